import { useTranslations } from "next-intl";

import { useEntrySentence, useFieldWords } from "@/components/journal/entry-sentence";
import { Sign } from "@/components/ui/sign";
import { shownContent } from "@/lib/journal/rules";
import type { ChainBreak, HistoryLine } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";

function Content({ line }: { line: HistoryLine }) {
  const words = useTranslations("journal");
  const { label, text } = useFieldWords(line.names);
  const shown = shownContent(line.content, line.names);
  if (shown.length === 0) return null;
  return (
    <dl className="summary-list">
      {shown.map(({ field, value, before }) => (
        <div key={field}>
          <dt>{label(field)}</dt>
          <dd className="prose">
            {text(field, value)}
            {before !== undefined && (
              <div className="stored">
                <strong className="small">{words("before")}</strong> {text(field, before)}
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Entry({ line }: { line: HistoryLine }) {
  const words = useTranslations("journal");
  const sentence = useEntrySentence();
  return (
    <li className="entry stack" id={`r${line.number}`}>
      <h2>{sentence(line)}</h2>
      <p className="soft small">
        {words("sealed", {
          at: formatInstant(line.at),
          number: line.number,
          fingerprint: line.fingerprint,
          agency: line.agencyName ?? words("province"),
        })}
      </p>
      <Content line={line} />
    </li>
  );
}

function Wholeness({ breaks }: { breaks: readonly ChainBreak[] }) {
  const words = useTranslations("journal");
  if (breaks.length === 0)
    return (
      <p className="notice good">
        <Sign tone="good" /> {words("whole")}
      </p>
    );
  return (
    <div className="notice bad" role="alert">
      {breaks.map(({ chain, seq }) => (
        <p key={chain}>{words("broken", { seq })}</p>
      ))}
    </div>
  );
}

type Props = { lines: readonly HistoryLine[]; breaks: readonly ChainBreak[] };

/** Everything that happened to one record, newest first, and whether its chain is whole. */
export function RecordHistory({ lines, breaks }: Props) {
  const words = useTranslations("journal");
  return (
    <>
      <h1>{words("recordSentence", { count: lines.length })}</h1>
      <Wholeness breaks={breaks} />
      <ol className="plain stack-wide">
        {lines.map((line) => (
          <Entry key={line.number} line={line} />
        ))}
      </ol>
      <p>
        <a href="/history">{words("toAll")}</a>
      </p>
    </>
  );
}
