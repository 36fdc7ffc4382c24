import { useTranslations } from "next-intl";

import { CancelEntry } from "@/components/corrections/cancel-entry";
import { Facts, Files } from "@/components/findings/facts";
import type { Corrections } from "@/lib/corrections/types";
import { answerTexts, type CancelledAnswer, type FindingAnswer } from "@/lib/findings/answers/types";
import type { FollowUp } from "@/lib/findings/followed/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";

function AnswerFacts({ answer }: { answer: FindingAnswer }) {
  const fields = useTranslations("findings.fields");
  const { doneBy, files } = answer;
  return (
    <>
      <Facts
        facts={[
          ...answerTexts.map((name): [string, string] => [fields(name), answer[name]]),
          [fields("doneBy"), formatDate(doneBy)],
        ]}
      />
      <Files files={files} />
    </>
  );
}

const useAnswerTitle = (): ((answer: FindingAnswer) => string) => {
  const words = useTranslations("findings");
  return ({ number, answeredOn }) => words("answerTitle", { number, date: formatDate(answeredOn) });
};

/** One answer of the agency, and why it was sent back where it was. */
export function AnswerItem({ answer }: { answer: FindingAnswer }) {
  const words = useTranslations("findings");
  const title = useAnswerTitle();
  const { back } = answer;
  return (
    <article className="stack turn">
      <h3>{title(answer)}</h3>
      <AnswerFacts answer={answer} />
      {back && (
        <p className="notice watch">
          <strong>{words("sentBack", { date: formatDate(back.on) })}</strong> {back.reason}
        </p>
      )}
    </article>
  );
}

/** An answer that was given wrongly: struck through, with who, when and why, and still readable. */
function CancelledItem({ answer }: { answer: CancelledAnswer }) {
  const words = useTranslations("findings");
  const marked = useTranslations("corrections");
  const title = useAnswerTitle();
  const { by, at, reason } = answer.cancelled;
  return (
    <article className="stack turn">
      <h3>
        <span className="visually-hidden">{marked("cancelledMark")} </span>
        <del>{title(answer)}</del>
      </h3>
      <p className="small soft">
        {marked("cancelledBy", { name: by, at: formatInstant(at) })} {marked("because", { reason })}
      </p>
      <details>
        <summary>{words("cancelledText")}</summary>
        <AnswerFacts answer={answer} />
      </details>
    </article>
  );
}

type Props = {
  answers: readonly FindingAnswer[];
  cancelled: readonly CancelledAnswer[];
  handedOn: FollowUp["handedOn"];
  agencyCode: string;
  corrections: Corrections;
};

/** Every answer there has been, the newest first: none is ever overwritten, and those that were cancelled count as none. */
export function FindingAnswers({ answers, cancelled, handedOn, agencyCode, corrections }: Props) {
  const words = useTranslations("findings");
  const title = useAnswerTitle();
  return (
    <>
      {answers.length > 0 && (
        <section className="stack">
          <h2>{words("answersTitle", { count: answers.length })}</h2>
          {handedOn.map(({ from, to, on }) => (
            <p key={`${from} ${to} ${on}`}>{words("handedOn", { from, to, date: formatDate(on) })}</p>
          ))}
          {answers.toReversed().map((answer) => (
            <div className="stack" key={answer.id}>
              <AnswerItem answer={answer} />
              <CancelEntry
                of="answer"
                id={answer.id}
                code={agencyCode}
                name={title(answer)}
                corrections={corrections}
              />
            </div>
          ))}
        </section>
      )}
      {cancelled.length > 0 && (
        <section className="stack">
          <h2>{words("cancelledAnswers")}</h2>
          {cancelled.toReversed().map((answer) => (
            <CancelledItem key={answer.id} answer={answer} />
          ))}
        </section>
      )}
    </>
  );
}
