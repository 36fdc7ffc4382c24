import { keptDraft } from "@/components/field/minutes";
import { placeOf } from "@/components/field/route";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import type { Difference } from "@/lib/offline/signing/types";
import type { Held } from "@/lib/offline/types";

const longest = 5;

/** Names what has changed: a question, a finding, a field; each as it stands on the screen. */
function nameOf({ part, of }: Difference, visit: PackedVisit, words: Words["field"]["changed"]): string {
  const earlier = visit.openBefore.find(({ id }) => id === of)?.questionCode;
  const known =
    of === null ? words[part as keyof typeof words] : words[`${part}-${of}` as keyof typeof words];
  const named = words[`${part}-each` as keyof typeof words];
  return known ?? (named && of ? fill(named, { of: earlier ?? of }) : words.other);
}

/** On every screen of a visit: somebody had signed, and what they signed is no longer what stands. */
export function SignatureNotice({ visit, held, words }: { visit: PackedVisit; held: Held; words: Words }) {
  const changed = keptDraft(visit, held)?.changedSince;
  if (changed === undefined) return null;
  const names = [...new Set(changed.map((each) => nameOf(each, visit, words.field.changed)))];
  const shown = names.slice(0, longest).join(", ");
  const more =
    names.length > longest ? fill(words.field.signing.more, { count: names.length - longest }) : "";
  return (
    <p className="notice bad" role="alert">
      {names.length === 0
        ? words.field.signing.changed
        : fill(words.field.signing.changedWhat, { what: shown + more })}{" "}
      <a className="jump" href={placeOf(visit.id, "read")}>
        {words.field.signing.readAgain}
      </a>
    </p>
  );
}
