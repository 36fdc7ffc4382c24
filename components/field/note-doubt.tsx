import { SaveNote } from "@/components/field/save-note";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import type { FieldStore } from "@/lib/offline/store";

type NoteDoubtProps = {
  visitId: string;
  code: string;
  store: FieldStore;
  words: Words["field"];
  emptied: () => void;
};

/** A question conforms now under a note of when it did not: does the note still hold? */
export function NoteDoubt({ visitId, code, store, words, emptied }: NoteDoubtProps) {
  const key = `decision ${visitId} ${code}`;
  const keep = () => store.keepNote(visitId, code.slice(0, 1), code);
  const { doubt } = words;
  return (
    <div className="notice watch" role="status">
      <p>{doubt.ask}</p>
      <p className="row">
        <button
          type="button"
          className="button second"
          onClick={() => void store.saving.save(key, null, keep, { asked: true })}
        >
          {doubt.keep}
          <span className="visually-hidden"> {fill(doubt.of, { code })}</span>
        </button>{" "}
        <button type="button" className="button second" onClick={emptied}>
          {doubt.empty}
          <span className="visually-hidden"> {fill(doubt.of, { code })}</span>
        </button>
      </p>
      <SaveNote saving={store.saving} at={key} what={words.save.decision} words={words.save} />
    </div>
  );
}
