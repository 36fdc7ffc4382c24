import { useTranslations } from "next-intl";

import { CandidateTable } from "@/components/programme/candidate-table";
import { PlanTable } from "@/components/programme/plan-table";
import { Weights } from "@/components/programme/weights";
import { LongPart } from "@/components/ui/fold";
import { Tag } from "@/components/ui/tag";
import type { ProgrammeRecord } from "@/lib/programme/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";

function ProgrammeState({ programme }: { programme: ProgrammeRecord }) {
  const words = useTranslations("programme");
  const { approval, proposedOn, visits, yearsToSeeAll } = programme;
  const onSite = visits.filter(({ mode }) => mode === "on_site").length;
  return (
    <div>
      <p>
        {words("split", { onSite, desk: visits.length - onSite })}{" "}
        {proposedOn &&
          (yearsToSeeAll === null ? words("paceNever") : words("pace", { years: yearsToSeeAll }))}
      </p>
      {approval?.decisionNumber && (
        <p>
          {words("approvedText", {
            number: approval.decisionNumber,
            date: formatDate(approval.decidedOn),
            name: approval.approvedBy ?? "–",
            at: approval.approvedAt ? formatInstant(approval.approvedAt) : "–",
          })}
        </p>
      )}
      {approval && !approval.decisionNumber && (
        <p>{words("approvedEarlier", { date: formatDate(approval.decidedOn) })}</p>
      )}
      {!approval && proposedOn && <p>{words("draftText", { date: formatDate(proposedOn) })}</p>}
    </div>
  );
}

export type PlanPageProps = { programme: ProgrammeRecord; mayApprove: boolean };

/** A year's programme: where it stands, its visits with the reason of each, who was not chosen, and how points are computed. */
export function PlanPage({ programme, mayApprove }: PlanPageProps) {
  const words = useTranslations("programme");
  const { id, year, approval, visits, candidates, weightSet, holidays } = programme;
  const left = candidates.filter((each) => !visits.some((visit) => visit.agencyId === each.agencyId));
  const own = `/audits/programmes/${year}`;
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1>{words(approval ? "approvedSentence" : "draftSentence", { year, count: visits.length })}</h1>
        <p>
          <Tag tone={approval ? "good" : "watch"}>{words(approval ? "approved" : "draft")}</Tag>
        </p>
        <ProgrammeState programme={programme} />
        <p className="row no-print">
          {!approval && mayApprove && (
            <a className="button" href={`${own}/approve`}>
              {words("toApprove")}
            </a>
          )}{" "}
          <a href={`${own}/calendar`}>{words("toCalendar", { year })}</a>{" "}
          <a href={`/history/programme/${id}`}>{words("history")}</a>
        </p>
        {holidays.length === 0 && <p className="notice watch">{words("noHolidays", { year })}</p>}
      </div>
      <section className="stack">
        <h2>{words("chosen")}</h2>
        <PlanTable visits={visits} candidates={candidates} year={year} />
      </section>
      {left.length > 0 && (
        <LongPart title={words("left")}>
          <CandidateTable caption={words("leftCaption")} candidates={left} year={year} />
        </LongPart>
      )}
      {weightSet && <Weights weightSet={weightSet} />}
    </div>
  );
}
