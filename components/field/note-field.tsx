import { FontDoubt } from "@/components/field/font-doubt";
import { withPhrase } from "@/components/field/phrases";

export type NoteFieldProps = {
  note: string;
  label: string;
  /** The label as it is read out: which question the note is about. */
  labelFor: string;
  phrases: readonly string[];
  phrasesLabel: string;
  /** What is asked where the note may be of an old font. */
  ask: string;
  write: (note: string) => void;
};

/** What there is to say, with words that need not be typed again. */
export function NoteField({ note, label, labelFor, phrases, phrasesLabel, ask, write }: NoteFieldProps) {
  return (
    <div>
      <label className="sheet-note">
        <span aria-hidden="true">{label}</span>
        <span className="visually-hidden">{labelFor}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={4000}
          value={note}
          onChange={(event) => {
            write(event.currentTarget.value);
          }}
        />
      </label>
      <FontDoubt text={note} ask={ask} />
      {phrases.length > 0 && (
        <div className="phrases" role="group" aria-label={phrasesLabel}>
          <span aria-hidden="true">{phrasesLabel}</span>
          {phrases.map((phrase) => (
            <button
              key={phrase}
              type="button"
              className="phrase"
              onClick={() => {
                write(withPhrase(note, phrase));
              }}
            >
              {phrase}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
