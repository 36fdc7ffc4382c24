import { diffArrays } from "diff";
import { useTranslations } from "next-intl";

import { runsOf } from "@/components/procedures/runs";

/** A text, and what it is called. */
type Named = { name: string; text: string };

/** Paragraphs that stand in both, or one opposite what it became; null where it has no opposite. */
type Part = { same: string[] } | { before: string | null; after: string | null };

const paragraphs = ({ text }: Named): string[] =>
  text.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");

/** The two in order: runs of what is the same, and between them what changed. */
function partsOf(before: Named, after: Named): Part[] {
  const parts: Part[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]) => {
    const count = Math.max(removed.length, added.length);
    for (let n = 0; n < count; n += 1) parts.push({ before: removed[n] ?? null, after: added[n] ?? null });
    removed = [];
  };
  for (const part of diffArrays(paragraphs(before), paragraphs(after))) {
    if (part.removed) removed = part.value;
    else if (part.added) flush(part.value);
    else {
      flush([]);
      parts.push({ same: part.value });
    }
  }
  flush([]);
  return parts;
}

function Side({ before, after, side }: Exclude<Part, { same: string[] }> & { side: "before" | "after" }) {
  const words = useTranslations("procedures");
  const [Mark, mark] =
    side === "before" ? (["del", words("removed")] as const) : (["ins", words("added")] as const);
  const runs = runsOf(before, after, side);
  return (
    <p>
      <strong className="small">[{mark}]</strong>{" "}
      {runs.map(({ text, changed }, index) => {
        const key = `${index} ${text}`;
        if (!changed) return <span key={key}>{text}</span>;
        return (
          <Mark key={key}>
            {/* Where the whole paragraph changed, the mark before it has said so. */}
            {runs.length > 1 && <span className="visually-hidden">[{mark}] </span>}
            {text}
          </Mark>
        );
      })}
    </p>
  );
}

function Same({ paragraphs: same }: { paragraphs: readonly string[] }) {
  const words = useTranslations("procedures");
  return (
    <details>
      <summary className="soft">{words("unchanged", { n: same.length })}</summary>
      {same.map((paragraph, index) => (
        <p key={`${index} ${paragraph}`}>{paragraph}</p>
      ))}
    </details>
  );
}

/** What was taken out and what was put in, said in words too: opposite each other, on a phone below each other. */
export function Comparison({ before, after }: { before: Named; after: Named }) {
  const words = useTranslations("procedures");
  const parts = partsOf(before, after);
  return (
    <div className="compare">
      <p className="soft">{`${before.name} → ${after.name}`}</p>
      {parts.every((part) => "same" in part) && <p className="notice">{words("same")}</p>}
      {parts.map((part, index) =>
        "same" in part ? (
          <Same key={index} paragraphs={part.same} />
        ) : (
          <div className="changed" key={index}>
            {part.before !== null && <Side {...part} side="before" />}
            {part.after !== null && <Side {...part} side="after" />}
          </div>
        ),
      )}
    </div>
  );
}
