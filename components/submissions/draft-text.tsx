import { useTranslations } from "next-intl";

import { Comparison } from "@/components/procedures/comparison";
import { SubmissionNote } from "@/components/submissions/submission-note";
import type { DraftReading } from "@/lib/submissions/types";

const textOf = ({ title, body }: DraftReading["after"]): string => (title ? `${title}\n${body}` : body);

function Change({ log }: { log: NonNullable<DraftReading["log"]> }) {
  const words = useTranslations("procedures");
  return (
    <ul className="plain">
      {(["changeRequest", "changePlace", "changeSummary"] as const).map((key) => (
        <li key={key}>
          <strong>{words(key)}:</strong> {log[key]}
        </li>
      ))}
    </ul>
  );
}

/** What somebody decides on: the change and why, what differs from the text before, and the whole text. */
export function DraftText({ draft }: { draft: DraftReading }) {
  const words = useTranslations("submissions");
  const { log, before, after, submission } = draft;
  return (
    <>
      {submission && <SubmissionNote submission={submission} />}
      {log && (
        <section className="stack">
          <h2>{words("change")}</h2>
          <Change log={log} />
        </section>
      )}
      <section className="stack">
        <h2>{words("comparison")}</h2>
        {before ? (
          <Comparison
            before={{ name: words("before"), text: textOf(before) }}
            after={{ name: words("after"), text: textOf(after) }}
          />
        ) : (
          <p className="soft">{words("first")}</p>
        )}
      </section>
      <section className="stack">
        <h2>{words("text")}</h2>
        {after.title && (
          <p>
            <strong>{after.title}</strong>
          </p>
        )}
        <div className="prose paper">{after.body}</div>
      </section>
    </>
  );
}
