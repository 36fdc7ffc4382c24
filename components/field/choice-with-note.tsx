type Props<Outcome extends string> = {
  /** Of the group of radio buttons, and the beginning of each choice's class. */
  name: string;
  kind: "outcome" | "recheck";
  outcomes: readonly Outcome[];
  labels: Readonly<Record<Outcome, string>>;
  chosen: Outcome | null | undefined;
  note: string;
  noteLabel: string;
  noteFor: string;
  choose: (outcome: Outcome) => void;
  write: (note: string) => void;
};

/** One choice of several, each as wide as a thumb wants it, and what there is to say about it. */
export function ChoiceWithNote<Outcome extends string>(props: Props<Outcome>) {
  const { name, kind, outcomes, labels, chosen, note, noteLabel, noteFor, choose, write } = props;
  return (
    <>
      {outcomes.map((outcome) => (
        <label className={`option ${kind}-${outcome}`} key={outcome}>
          <input
            type="radio"
            name={`${kind}.${name}`}
            checked={chosen === outcome}
            onChange={() => {
              choose(outcome);
            }}
          />
          <span>{labels[outcome]}</span>
        </label>
      ))}
      <label className="sheet-note">
        <span aria-hidden="true">{noteLabel}</span>
        <span className="visually-hidden">{noteFor}</span>
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
    </>
  );
}
