import { useTranslations } from "next-intl";

import { Causes } from "@/components/adoption/causes";
import { LongPart } from "@/components/ui/fold";
import type { AdoptionRecord, NextStep } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";

function Why({ adoption }: { adoption: AdoptionRecord }) {
  const words = useTranslations("agencies");
  const names = useTranslations("adoption");
  const last = adoption.milestones.find(({ counts }) => counts);
  return (
    <>
      {last
        ? words("why.milestone", {
            milestone: names(`milestone.${last.kind}`),
            date: formatDate(last.occurredOn),
          })
        : words("why.none")}
    </>
  );
}

function Next({ next }: { next: NextStep }) {
  const words = useTranslations("agencies");
  const names = useTranslations("adoption");
  const milestone = names(`milestone.${next.kind}`);
  return (
    <>
      {next.on
        ? words("nextTarget", { milestone, date: formatDate(next.on) })
        : words("nextUndated", { milestone })}
    </>
  );
}

/** Does the clock of this agency run from a lapse, and not from the deadline for everybody? */
const sinceLapse = ({ standing, milestones }: AdoptionRecord): boolean =>
  milestones.some(({ kind, occurredOn }) => kind === "lapsed" && occurredOn === standing?.dueOn);

/** The status of an agency and everything it follows from. */
export function StatusSection({ adoption }: { adoption: AdoptionRecord }) {
  const words = useTranslations("agencies");
  const { standing, causes } = adoption;
  if (!standing) return <p className="notice">{words("notThen")}</p>;
  return (
    <LongPart title={words("statusTitle")}>
      <p>
        <Why adoption={adoption} />
      </p>
      <dl className="summary-list">
        <dt>{words("obligationLabel")}</dt>
        <dd>
          {words(`obligation.${standing.obligation}`)}
          {adoption.law && `, ${adoption.law}`}
        </dd>
        <dt>{words(sinceLapse(adoption) ? "lapseDeadline" : "deadline")}</dt>
        <dd>{standing.dueOn ? formatDate(standing.dueOn) : "–"}</dd>
        <dt>{words("edition")}</dt>
        <dd>{adoption.designation ?? "–"}</dd>
        {adoption.next && (
          <>
            <dt>{words("next")}</dt>
            <dd>
              <Next next={adoption.next} />
            </dd>
          </>
        )}
        {causes.length > 0 && (
          <>
            <dt>{words("causes")}</dt>
            <dd>
              <Causes causes={causes} />
            </dd>
          </>
        )}
      </dl>
    </LongPart>
  );
}
