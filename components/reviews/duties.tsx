import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import { dutyTone } from "@/lib/self-reviews/labels";
import type { YearlyDuty } from "@/lib/self-reviews/types";
import { formatDate } from "@/lib/kernel/format";
import { daysBetween, type PlainDate } from "@/lib/kernel/plain-date";

function When({ duty, on }: { duty: YearlyDuty; on: PlainDate }) {
  const words = useTranslations("reviews");
  if (duty.state === "done") return <>{words("doneOn", { date: formatDate(duty.heldOn) })}</>;
  const date = formatDate(duty.dueOn);
  return duty.state === "due" ? (
    <>{words("dueOn", { date })}</>
  ) : (
    <>{words("overdueSince", { date, days: daysBetween(duty.dueOn, on) })}</>
  );
}

type DutiesProps = { duties: readonly YearlyDuty[]; on: PlainDate };

/** What is owed once a year, and where each stands, under a heading of its own. */
export function Duties(props: DutiesProps) {
  const words = useTranslations("reviews");
  return (
    <section className="stack">
      <h2>{words("duties")}</h2>
      <DutyList {...props} />
    </section>
  );
}

export function DutyList({ duties, on }: DutiesProps) {
  const words = useTranslations("reviews");
  return (
    <>
      {duties.length === 0 && <p className="soft">{words("notDeclared")}</p>}
      <ul className="plain stack-close">
        {duties.map((duty) => (
          <li key={duty.kind} className="row row-close">
            <strong>{words(`kind.${duty.kind}`)}</strong>{" "}
            <Tag tone={dutyTone[duty.state]}>{words(`state.${duty.state}`)}</Tag>{" "}
            <span className={duty.state === "overdue" ? "small late" : "small soft"}>
              <When duty={duty} on={on} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
