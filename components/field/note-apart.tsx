import { placeOf } from "@/components/field/route";
import { SaveNote } from "@/components/field/save-note";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import type { NoteApart as Apart } from "@/lib/visits/minutes/rules";
import type { FieldStore } from "@/lib/offline/store";

type NoteApartProps = {
  visitId: string;
  apart: Apart;
  store: FieldStore;
  words: Words["field"];
  /** Puts what the finding says in the place of the note. */
  take: () => void;
};

/** The note of a question says something else than the evidence of its finding: look before both are read out. */
export function NoteApart({ visitId, apart: { code, note }, store, words, take }: NoteApartProps) {
  const { apart } = words;
  const of = <span className="visually-hidden"> {fill(apart.of, { code })}</span>;
  return (
    <div className="notice watch stack">
      <p className="prose">{fill(apart.said, { code, note })}</p>
      <p className="row">
        <button type="button" className="button second" onClick={take}>
          {apart.take}
          {of}
        </button>{" "}
        <a className="jump" href={placeOf(visitId, code.slice(0, 1), code)}>
          {apart.go}
          {of}
        </a>
      </p>
      <SaveNote
        saving={store.saving}
        at={`answer ${visitId} ${code}`}
        what={fill(words.save.question, { code })}
        words={words.save}
      />
    </div>
  );
}
