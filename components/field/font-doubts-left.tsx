import type { FontDoubted } from "@/components/field/font-doubts";
import { fieldId } from "@/components/field/field-id";
import { leadTo } from "@/components/field/problem-list";
import { placeOf } from "@/components/field/route";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { problem } from "@/lib/kernel/problem";

type LeftProps = { visitId: string; doubted: readonly FontDoubted[]; words: Words["field"] };

const nameOf = ({ kind, code }: FontDoubted, { fontDoubt }: Words["field"]): string =>
  code ? fill(fontDoubt.of, { code, text: fontDoubt.kind[kind] }) : fontDoubt.kind[kind];

/** Which texts may be of an old font, each with the way to it. */
export function FontDoubtsLeft({ visitId, doubted, words }: LeftProps) {
  return doubted.map((each, index) => {
    const name = fill(words.fontDoubt.left, { text: nameOf(each, words) });
    return (
      // One question may have several captions.
      <li key={`${index} ${name}`}>
        {"field" in each ? (
          <a
            className="jump"
            href={`#${fieldId(each.field)}`}
            onClick={(event) => {
              event.preventDefault();
              leadTo([problem("legacy-font", each.field)]);
            }}
          >
            {name}
          </a>
        ) : (
          <a className="jump" href={placeOf(visitId, each.part, each.question)}>
            {name}
          </a>
        )}
      </li>
    );
  });
}
