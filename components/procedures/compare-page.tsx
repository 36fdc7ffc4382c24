import { diffArrays, diffWordsWithSpace } from "diff";
import { useTranslations } from "next-intl";

import type { DocumentRecord, Revision } from "@/lib/procedures/types";

export type ComparePageProps = { document: DocumentRecord; from: Revision; to: Revision };

type Pair = { before: string | null; after: string | null };

const paragraphs = (text: string): string[] =>
  text.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");

/** Paragraphs of the two side by side: equal ones together, changed ones opposite each other. */
function pairsOf(before: string, after: string): Pair[] {
  const pairs: Pair[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]) => {
    const count = Math.max(removed.length, added.length);
    for (let n = 0; n < count; n += 1) pairs.push({ before: removed[n] ?? null, after: added[n] ?? null });
    removed = [];
  };
  for (const part of diffArrays(paragraphs(before), paragraphs(after))) {
    if (part.removed) removed = part.value;
    else if (part.added) flush(part.value);
    else {
      flush([]);
      part.value.forEach((paragraph) => pairs.push({ before: paragraph, after: paragraph }));
    }
  }
  flush([]);
  return pairs;
}

function Side({ pair, side }: { pair: Pair; side: "before" | "after" }) {
  const words = useTranslations("procedures");
  const text = pair[side];
  if (text === null) return null;
  if (pair.before === pair.after) return <>{text}</>;
  const parts = diffWordsWithSpace(pair.before ?? "", pair.after ?? "");
  return (
    <>
      {parts.map((part, index) => {
        const key = `${index} ${part.value}`;
        if (side === "before" && part.removed) {
          return (
            <del key={key}>
              <span className="visually-hidden">[{words("removed")}] </span>
              {part.value}
            </del>
          );
        }
        if (side === "after" && part.added) {
          return (
            <ins key={key}>
              <span className="visually-hidden">[{words("added")}] </span>
              {part.value}
            </ins>
          );
        }
        return part.added || part.removed ? null : <span key={key}>{part.value}</span>;
      })}
    </>
  );
}

type Named = { name: string; text: string };

/** Two texts side by side, with what was taken out and what was put in. */
export function Comparison({ before, after }: { before: Named; after: Named }) {
  const words = useTranslations("procedures");
  const pairs = pairsOf(before.text, after.text);
  return (
    <>
      {pairs.every((pair) => pair.before === pair.after) && <p className="notice">{words("same")}</p>}
      <table className="compare">
        <caption>{words("comparison")}</caption>
        <thead>
          <tr>
            <th scope="col">{before.name}</th>
            <th scope="col">{after.name}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair, index) => (
            <tr key={`${index} ${pair.after ?? ""}`}>
              <td>
                <Side pair={pair} side="before" />
              </td>
              <td>
                <Side pair={pair} side="after" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Two revisions of a document. */
export function ComparePage({ document, from, to }: ComparePageProps) {
  const words = useTranslations("procedures");
  const named = (side: "before" | "after", { issueNo, revisionNo, title, body }: Revision) => ({
    name: `${words(side)}: ${words("number", { issue: issueNo, revision: revisionNo })}`,
    text: `${title}\n${body}`,
  });
  return (
    <div className="stack">
      <p>
        <a href={`/documents/${document.id}`}>{document.code}</a>
      </p>
      <h1>{words("compareTitle", { code: document.code })}</h1>
      <Comparison before={named("before", from)} after={named("after", to)} />
    </div>
  );
}
