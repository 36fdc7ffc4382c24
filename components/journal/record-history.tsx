import { useTranslations } from "next-intl";

import { useEntrySentence, useFieldWords } from "@/components/journal/entry-sentence";
import { Sign } from "@/components/ui/sign";
import { shownContent } from "@/lib/journal/rules";
import type { ChainBreak, HistoryLine } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";
import { beginning } from "@/lib/kernel/text";

/** So much of a text stands in the list; the entry by itself has the whole. */
const longestListed = 1000;

const addressOf = ({ entity, entityId }: HistoryLine, query: string): string =>
  `/history/${entity}/${encodeURIComponent(entityId)}?${query}`;

/** What an entry says in one field: its beginning, with the way to the whole, where it is long and others stand beside it. */
function Said({ line, said, isAlone }: { line: HistoryLine; said: string; isAlone: boolean }) {
  const words = useTranslations("journal");
  if (isAlone || said.length <= longestListed) return said;
  return (
    <>
      {beginning(said, longestListed)}…{" "}
      <a href={addressOf(line, `number=${line.number}`)}>{words("wholeEntry", { number: line.number })}</a>
    </>
  );
}

function Content({ line, isAlone }: { line: HistoryLine; isAlone: boolean }) {
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
            <Said line={line} said={text(field, value)} isAlone={isAlone} />
            {before !== undefined && (
              <div className="stored">
                <strong className="small">{words("before")}</strong>{" "}
                <Said line={line} said={text(field, before)} isAlone={isAlone} />
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Entry({ line, isAlone }: { line: HistoryLine; isAlone: boolean }) {
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
      <Content line={line} isAlone={isAlone} />
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

type Props = {
  lines: readonly HistoryLine[];
  /** There are older entries than these. */
  more: boolean;
  /** One entry was asked for by its number: its texts are whole. */
  isAlone: boolean;
  breaks: readonly ChainBreak[];
};

/** What happened to one record, newest first, older entries page by page, and whether its chain is whole. */
export function RecordHistory({ lines, more, isAlone, breaks }: Props) {
  const words = useTranslations("journal");
  const last = lines.at(-1);
  return (
    <>
      <h1>{lines.length > 0 ? words("recordSentence", { count: lines.length }) : words("recordEmpty")}</h1>
      {lines.length > 0 ? <Wholeness breaks={breaks} /> : <p>{words("recordEmptyText")}</p>}
      <ol className="plain stack-wide">
        {lines.map((line) => (
          <Entry key={line.number} line={line} isAlone={isAlone} />
        ))}
      </ol>
      <nav className="row no-print" aria-label={words("pages")}>
        {more && last && <a href={addressOf(last, `before=${Number(last.number)}`)}>{words("older")}</a>}{" "}
        <a href="/history">{words("toAll")}</a>
      </nav>
    </>
  );
}
