import type { Words } from "@/components/field/words";
import { fieldId } from "@/components/field/field-id";
import { fill } from "@/lib/kernel/fill";
import type { Problem } from "@/lib/kernel/problem";

/** Leads to a field of the same page, unfolding what holds it; the address behind the # is the app's own place and stays. */
function goTo(field: HTMLElement): void {
  const folded = field.closest("details");
  if (folded) folded.open = true;
  field.scrollIntoView({ block: "center", behavior: "instant" });
  field.focus({ preventScroll: true });
}

const fieldNamed = (name: string): HTMLElement | null => document.getElementById(fieldId(name));

/** Where it is said what is left on other screens. */
export const leftElsewhere = "left";

const above = (a: HTMLElement, b: HTMLElement): boolean =>
  Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

/** Leads to the gap that is first on the page: to its field, or where it is said what is left on other screens. */
export function leadTo(problems: readonly Problem[]): void {
  const [first, ...others] = problems.flatMap(
    ({ field }) => (field && fieldNamed(field)) || fieldNamed(leftElsewhere) || [],
  );
  if (first) goTo(others.reduce((topmost, each) => (above(topmost, each) ? topmost : each), first));
}

/** "D.2: " before what is said at a field of that question ("evidence.D.2"), and whose signature it is about. */
const about = (field = "", { audits }: Words): string => {
  const [, part, of = ""] = /^(\w+)\.(.+)$/.exec(field) ?? [];
  if (part === "signature")
    return `${audits.signers[of as keyof typeof audits.signers] ?? audits.minutesRepresentative}: `;
  return /^[A-Z]\.\d+$/.test(of) ? `${of}: ` : "";
};

/** What is still to be mended before the seal, each with the way to its field. */
export function ProblemList({ problems, words }: { problems: readonly Problem[]; words: Words }) {
  if (problems.length === 0) return null;
  return (
    <div className="notice bad" role="alert">
      <strong>{words.field.mend}</strong>
      <ul className="plain">
        {problems.map(({ code, field, values }) => {
          const text = `${about(field, words)}${fill(words.problems[code], values ?? {})}`;
          return (
            <li key={`${code} ${field ?? ""}`}>
              {field ? (
                <a
                  className="jump"
                  href={`#${fieldId(field)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    leadTo([{ code, field }]);
                  }}
                >
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
