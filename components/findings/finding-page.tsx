import { getTranslations } from "next-intl/server";

import { Facts } from "@/components/findings/facts";
import { FindingAnswers } from "@/components/findings/finding-answers";
import { FindingClaims } from "@/components/findings/finding-claims";
import { FindingRechecks } from "@/components/findings/finding-rechecks";
import { FindingState } from "@/components/findings/finding-state";
import { FindingThread } from "@/components/findings/finding-thread";
import type { Corrections } from "@/lib/corrections/types";
import type { FollowUp } from "@/lib/findings/followed/types";
import type { CorrectionTerm } from "@/lib/findings/terms/types";
import type { Side } from "@/lib/findings/thread/types";
import type { Act } from "@/lib/findings/turns/types";
import type { FindingToJudge } from "@/lib/findings/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { requirementText } from "@/lib/legal/rules";

export type FindingPageProps = {
  finding: FindingToJudge;
  followUp: FollowUp;
  term: CorrectionTerm | null;
  today: PlainDate;
  acts: readonly Act[];
  corrections: Corrections;
  /** Whose words the viewer's would be in the thread. */
  side: Side;
  discuss: FormAction | null;
  initial: FormState;
};

async function dueText({ finding, term }: Pick<FindingPageProps, "finding" | "term">): Promise<string> {
  const words = await getTranslations("findings");
  const due = finding.dueOn ? formatDate(finding.dueOn) : words("noDue");
  const { blockedDays, stillDays } = finding;
  const moved = blockedDays > 0 ? ` ${words("moved", { days: blockedDays })}` : "";
  const held = stillDays > blockedDays ? ` ${words("held", { days: stillDays - blockedDays })}` : "";
  const days = term?.days ?? null;
  const basis = term && days !== null ? ` ${words("termBasis", { days, basis: term.basis })}` : "";
  return `${due}${moved}${held}${basis}`;
}

async function factsOf(props: Pick<FindingPageProps, "finding" | "term">): Promise<[string, string][]> {
  const words = await getTranslations("findings");
  const { finding } = props;
  return [
    [words("agency"), finding.agencyName],
    [words("checked"), finding.questionCode],
    ...(finding.reference === "" ? [] : [[words("reference"), finding.reference] as [string, string]]),
    [words("requirement"), requirementText(finding)],
    [words("scope"), finding.scope],
    ...(finding.statement === "" ? [] : [[words("statement"), finding.statement] as [string, string]]),
    [words("severityLabel"), words(`severity.${finding.severity}`)],
    [words("raised"), formatDate(finding.raisedOn)],
    [words("due"), await dueText(props)],
    ...(finding.closureNote ? ([[words("closure"), finding.closureNote]] as [string, string][]) : []),
  ];
}

async function Acts({ finding, acts }: Pick<FindingPageProps, "finding" | "acts">) {
  const words = await getTranslations("findings");
  if (acts.length === 0) return null;
  return (
    <p className="row no-print">
      {acts.map((act, index) => (
        <a
          key={act}
          className={index === 0 ? "button" : "button second"}
          href={`/findings/${finding.id}/${act}`}
        >
          {words(`act.${act}.link`)}
        </a>
      ))}
    </p>
  );
}

/** A finding to its end: what was found, until when, what was done about it, what blocked it, what was asked. */
export async function FindingPage(props: FindingPageProps) {
  const { finding, followUp, today, acts, corrections, side, discuss, initial } = props;
  const words = await getTranslations("findings");
  const common = await getTranslations("common");
  const problems = await getTranslations("problems");
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1>{words(`topic.${finding.topic}`)}</h1>
        <p className="lead">{finding.evidence}</p>
        <p className="row">
          <FindingState finding={finding} today={today} />{" "}
          <a href={`/audits/${finding.visitId}`}>{words("visit")}</a>{" "}
          <a href={`/history/finding/${finding.id}`}>{common("history")}</a>
          {finding.closureVisitId && (
            <a href={`/audits/${finding.closureVisitId}`}>{words("closureVisit")}</a>
          )}{" "}
          {finding.closureFileId && <a href={`/files/${finding.closureFileId}`}>{words("openFile")}</a>}
        </p>
        {finding.stage !== "closed" && <p>{words(`next.${finding.stage}`)}</p>}
        {finding.partial && <p className="notice watch">{problems("own-agency")}</p>}
        <Acts finding={finding} acts={acts} />
      </div>
      <Facts facts={await factsOf(props)} />
      <FindingClaims
        claims={followUp.claims}
        today={today}
        agencyCode={finding.agencyCode}
        cancelled={corrections.cancelled.filter(({ of, about }) => of === "claim" && about === finding.id)}
        corrections={corrections}
      />
      <FindingAnswers
        answers={followUp.answers}
        cancelled={followUp.cancelledAnswers}
        handedOn={followUp.handedOn}
        agencyCode={finding.agencyCode}
        corrections={corrections}
      />
      <FindingRechecks rechecks={followUp.rechecks} />
      <FindingThread
        findingId={finding.id}
        messages={followUp.messages}
        owesReply={finding.owesReply}
        side={side}
        closed={finding.stage === "closed"}
        discuss={discuss}
        initial={initial}
      />
    </div>
  );
}
