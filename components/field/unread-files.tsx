import { unreadKey } from "@/components/field/held-files";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { valuesUnder, type Unsaved } from "@/lib/offline/saving";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, UnreadFile } from "@/lib/offline/types";

/** Files of a visit that were chosen and are no photographs, also where not even that could be written on the device. */
export function unreadOf(
  visitId: string,
  { unread }: Held,
  unsaved: ReadonlyMap<string, Unsaved>,
): readonly UnreadFile[] {
  const unwritten = Object.values(valuesUnder<UnreadFile>(unsaved, `unread ${visitId}`));
  const stored = unread.filter((file) => file.visitId === visitId);
  return [...stored, ...unwritten.filter(({ id }) => stored.every((file) => file.id !== id))];
}

type UnreadFilesProps = { files: readonly UnreadFile[]; store: FieldStore; words: Words["field"] };

/** At its question: which chosen files are no photographs, and what to do, until the person has read it. */
export function UnreadFiles({ files, store, words: { photo } }: UnreadFilesProps) {
  return (["heic", "unreadable"] as const).map((why) => {
    const these = files.filter((file) => file.why === why);
    if (these.length === 0) return null;
    const name = these.map(({ fileName }) => fileName || photo.nameless).join(", ");
    const read = (): void => {
      for (const { visitId, questionCode, id } of these)
        store.saving.forget(unreadKey(visitId, questionCode, id));
      void store.forgetUnread(these.map(({ id }) => id));
    };
    return (
      <div className="notice bad stack" role="alert" key={why}>
        <p>{fill(photo[why], { name })}</p>
        <button type="button" className="button second" onClick={read}>
          {photo.read} <span className="visually-hidden">{name}</span>
        </button>
      </div>
    );
  });
}
