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

/** Two revisions side by side, with what was taken out and what was put in. */
export function ComparePage({ document, from, to }: ComparePageProps) {
  const words = useTranslations("procedures");
  const name = (revision: Revision) =>
    words("number", { issue: revision.issueNo, revision: revision.revisionNo });
  const pairs = pairsOf(`${from.title}\n${from.body}`, `${to.title}\n${to.body}`);
  return (
    <div className="stack">
      <p>
        <a href={`/documents/${document.id}`}>{document.code}</a>
      </p>
      <h1>{words("compareTitle", { code: document.code })}</h1>
      {pairs.every((pair) => pair.before === pair.after) && <p className="notice">{words("same")}</p>}
      <table className="compare">
        <caption>{words("comparison")}</caption>
        <thead>
          <tr>
            <th scope="col">{`${words("before")}: ${name(from)}`}</th>
            <th scope="col">{`${words("after")}: ${name(to)}`}</th>
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
    </div>
  );
}
