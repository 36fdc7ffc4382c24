import { getTranslations } from "next-intl/server";

import { AnswerItem } from "@/components/findings/finding-answers";
import { ClaimItem } from "@/components/findings/finding-claims";
import { RecheckItem } from "@/components/findings/finding-rechecks";
import { FindingState } from "@/components/findings/finding-state";
import { turnFields } from "@/components/findings/turn-fields";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { FindingAnswer } from "@/lib/findings/answers/types";
import type { FollowUp } from "@/lib/findings/followed/types";
import type { Act } from "@/lib/findings/turns/types";
import type { FindingRecord } from "@/lib/findings/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { requirementText } from "@/lib/legal/rules";

export type TurnPageProps = {
  act: Act;
  finding: FindingRecord;
  followUp: FollowUp;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

const ofAnswers: readonly Act[] = ["answer", "return", "verify"];

/** What the act is about: the last answer, or the last claim. */
function Last({ act, followUp, today }: Pick<TurnPageProps, "act" | "followUp" | "today">) {
  const answer = followUp.answers.at(-1);
  const claim = followUp.claims.at(-1);
  const recheck = followUp.rechecks.at(-1);
  if (ofAnswers.includes(act))
    return (
      <>
        {answer && <AnswerItem answer={answer} />}
        {recheck && <RecheckItem recheck={recheck} />}
      </>
    );
  return claim && act !== "claim" ? <ClaimItem claim={claim} today={today} /> : null;
}

/** The answer that was given last, a cancelled one too: what the next one begins from. */
const lastSaid = ({ answers, cancelledAnswers }: FollowUp): FindingAnswer | undefined =>
  [...answers, ...cancelledAnswers].toSorted((a, b) => a.number - b.number).at(-1);

/** One act on a finding: what was found, what was said last, and the form. */
export async function TurnPage({ act, finding, followUp, today, action, initial }: TurnPageProps) {
  const words = await getTranslations("findings");
  const fields = await getTranslations("findings.fields");
  const recheck = finding.correctedOn ? followUp.rechecks.at(-1) : undefined;
  const last = lastSaid(followUp);
  const asked = turnFields(fields, act, {
    today,
    dueOn: finding.dueOn,
    last,
    seen: recheck ? fields("noteSeen", { date: formatDate(recheck.on), note: recheck.note }).trim() : "",
  });
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/findings/${finding.id}`}>{words(`topic.${finding.topic}`)}</a>
        </p>
        <h1>{words(`act.${act}.title`)}</h1>
        <p className="row">
          <FindingState finding={finding} today={today} />
        </p>
        <p>
          {finding.evidence} <span className="soft">({requirementText(finding)})</span>
        </p>
        <p>{words(`act.${act}.intro`)}</p>
      </div>
      <Last act={act} followUp={followUp} today={today} />
      {act === "answer" && last && followUp.cancelledAnswers.some(({ id }) => id === last.id) && (
        <p className="notice">{words("fromCancelled")}</p>
      )}
      <Form
        action={action}
        initial={initial}
        words={await formWords(words(`act.${act}.submit`))}
        fields={[
          { kind: "hidden", name: "findingId", value: finding.id },
          { kind: "read", name: "version", value: String(followUp.turns) },
          ...asked,
        ]}
      />
    </div>
  );
}
