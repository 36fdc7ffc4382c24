import { useTranslations } from "next-intl";

import { Facts, Files } from "@/components/findings/facts";
import type { FindingAnswer } from "@/lib/findings/answers/types";
import { formatDate } from "@/lib/kernel/format";

/** One answer of the agency, and why it was sent back where it was. */
export function AnswerItem({ answer }: { answer: FindingAnswer }) {
  const words = useTranslations("findings");
  const fields = useTranslations("findings.fields");
  const { number, cause, correction, correctiveAction, responsible, doneBy, answeredOn, files, back } =
    answer;
  return (
    <article className="stack turn">
      <h3>{words("answerTitle", { number, date: formatDate(answeredOn) })}</h3>
      <Facts
        facts={[
          [fields("cause"), cause],
          [fields("correction"), correction],
          [fields("correctiveAction"), correctiveAction],
          [fields("responsible"), responsible],
          [fields("doneBy"), formatDate(doneBy)],
        ]}
      />
      <Files files={files} />
      {back && (
        <p className="notice watch">
          <strong>{words("sentBack", { date: formatDate(back.on) })}</strong> {back.reason}
        </p>
      )}
    </article>
  );
}

/** Every answer there has been, the newest first: none is ever overwritten. */
export function FindingAnswers({ answers }: { answers: readonly FindingAnswer[] }) {
  const words = useTranslations("findings");
  if (answers.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("answersTitle", { count: answers.length })}</h2>
      {answers.toReversed().map((answer) => (
        <AnswerItem key={answer.number} answer={answer} />
      ))}
    </section>
  );
}
