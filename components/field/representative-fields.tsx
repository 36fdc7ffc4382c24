import { SignaturePad } from "@/components/field/signature-pad";
import type { Words } from "@/components/field/words";
import { opinions, type Representative } from "@/lib/audits/minutes/types";

export type RepresentativeFieldsProps = {
  representative: Representative;
  words: Words;
  changed: (representative: Representative) => void;
};

function Signing({ representative, words, changed }: RepresentativeFieldsProps) {
  const { signature } = representative;
  const path = signature.kind === "drawn" ? signature.path : "";
  const sign = (drawn: string): void => {
    changed({ ...representative, signature: drawn ? { kind: "drawn", path: drawn } : { kind: "none" } });
  };
  return (
    <div className="stack">
      <strong>{words.field.signature}</strong>
      <span className="hint">{words.field.signatureHint}</span>
      <SignaturePad label={words.field.signature} path={path} changed={sign} />
      <button
        type="button"
        className="link-button"
        onClick={() => {
          sign("");
        }}
      >
        {words.field.clear}
      </button>
    </div>
  );
}

/** What the agency's representative says, in their own words, and their name and signature. */
export function RepresentativeFields(props: RepresentativeFieldsProps) {
  const { representative, words, changed } = props;
  const { field } = words;
  const present = representative.opinion !== "absent";
  return (
    <section className="stack">
      <fieldset className="field">
        <legend>{field.opinion}</legend>
        {opinions.map((opinion) => (
          <label className="option" key={opinion}>
            <input
              type="radio"
              name="opinion"
              checked={representative.opinion === opinion}
              onChange={() => {
                changed({ ...representative, opinion });
              }}
            />
            <span>{words.audits.opinions[opinion]}</span>
          </label>
        ))}
      </fieldset>
      {present &&
        (["name", "title"] as const).map((part) => (
          <label className="field" key={part}>
            <span>{part === "name" ? field.representativeName : field.representativeTitle}</span>
            <input
              className="input"
              maxLength={200}
              autoComplete="off"
              value={representative[part]}
              onChange={(event) => {
                changed({ ...representative, [part]: event.currentTarget.value });
              }}
            />
          </label>
        ))}
      {present && (
        <label className="field">
          <span>{field.statement}</span>
          <textarea
            className="input"
            rows={3}
            maxLength={4000}
            value={representative.statement}
            onChange={(event) => {
              changed({ ...representative, statement: event.currentTarget.value });
            }}
          />
        </label>
      )}
      {present && <Signing {...props} />}
    </section>
  );
}
