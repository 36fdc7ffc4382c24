import { fill, type Words } from "@/components/field/words";
import type { Problem } from "@/lib/kernel/problem";

/** What has to be mended first, each with the question it is about. */
export function ProblemList({ problems, words }: { problems: readonly Problem[]; words: Words }) {
  if (problems.length === 0) return null;
  return (
    <div className="notice bad" role="alert">
      <strong>{words.field.mend}</strong>
      <ul>
        {problems.map(({ code, field, values }) => (
          <li key={`${code} ${field ?? ""}`}>
            {/^\w+\.[A-Z]\.\d+$/.test(field ?? "") && `${field?.slice(field.indexOf(".") + 1)}: `}
            {fill(words.problems[code], values ?? {})}
          </li>
        ))}
      </ul>
    </div>
  );
}
