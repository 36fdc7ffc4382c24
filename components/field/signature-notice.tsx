import { keptDraft } from "@/components/field/minutes";
import { placeOf } from "@/components/field/route";
import { minutesNow, type AtMinutes } from "@/components/field/use-minutes";
import type { Wording } from "@/components/field/wording";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import type { Difference } from "@/lib/offline/signing/types";
import { isRead } from "@/lib/offline/signing/rules";
import type { MinutesDraft } from "@/lib/offline/types";

const longest = 5;

/** Names what has changed: a question, a finding, a field; each as it stands on the screen. */
function nameOf({ part, of }: Difference, visit: PackedVisit, words: Words["field"]["changed"]): string {
  const earlier = visit.openBefore.find(({ id }) => id === of)?.questionCode;
  const known =
    of === null ? words[part as keyof typeof words] : words[`${part}-${of}` as keyof typeof words];
  const named = words[`${part}-each` as keyof typeof words];
  return known ?? (named && of ? fill(named, { of: earlier ?? of }) : words.other);
}

type NoticeProps = Omit<AtMinutes, "store" | "wording"> & {
  wording: Wording | null | false;
  /** Are these the signatures themselves? */
  isAtSigning: boolean;
  words: Words;
};

/** Has the text been read as it is now, since it changed? Not known before the words of the minutes are there. */
const isReadAgain = ({ wording, ...at }: Omit<NoticeProps, "words">, draft: MinutesDraft): boolean =>
  Boolean(wording) && isRead(draft, minutesNow({ ...at, wording: wording as Wording }).texts.read);

/** On every screen of a visit: somebody had signed, what they signed is no longer what stands, and what is left to do. */
export function SignatureNotice({ words, ...at }: NoticeProps) {
  const { visit, held, isAtSigning } = at;
  const draft = keptDraft(visit, held);
  const changed = draft?.changedSince;
  if (!draft || changed === undefined) return null;
  const { signing } = words.field;
  const names = [...new Set(changed.map((each) => nameOf(each, visit, words.field.changed)))];
  const more = names.length > longest ? fill(signing.more, { count: names.length - longest }) : "";
  const what = names.slice(0, longest).join(", ") + more;
  if (isReadAgain(at, draft))
    return (
      <p className="notice watch" role="status">
        {what === "" ? signing.signAgain : fill(signing.signAgainWhat, { what })}{" "}
        {!isAtSigning && (
          <a className="jump" href={placeOf(visit.id, "sign")}>
            {signing.title}
          </a>
        )}
      </p>
    );
  return (
    <p className="notice bad" role="alert">
      {what === "" ? signing.changed : fill(signing.changedWhat, { what })}{" "}
      <a className="jump" href={placeOf(visit.id, "read")}>
        {signing.readAgain}
      </a>
    </p>
  );
}
