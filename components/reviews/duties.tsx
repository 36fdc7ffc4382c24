import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import { dutyTone } from "@/lib/audits/reviews/labels";
import type { YearlyDuty } from "@/lib/audits/reviews/types";
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

/** What is owed once a year, and where each stands. */
export function Duties({ duties, on }: { duties: readonly YearlyDuty[]; on: PlainDate }) {
  const words = useTranslations("reviews");
  return (
    <section className="stack">
      <h2>{words("duties")}</h2>
      {duties.length === 0 && <p className="soft">{words("notDeclared")}</p>}
      <ul className="plain stack">
        {duties.map((duty) => (
          <li key={duty.kind} className="row">
            <strong>{words(`kind.${duty.kind}`)}</strong>
            <Tag tone={dutyTone[duty.state]}>{words(`state.${duty.state}`)}</Tag>
            <span className={duty.state === "overdue" ? "small late" : "small soft"}>
              <When duty={duty} on={on} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
