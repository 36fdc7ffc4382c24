import { SignatureFields } from "@/components/field/signature-fields";
import type { Words } from "@/components/field/words";
import { opinions, type Signature } from "@/lib/audits/minutes/types";
import type { RepresentativeDraft } from "@/lib/offline/types";

export type RepresentativeFieldsProps = {
  representative: RepresentativeDraft;
  words: Words;
  changed: (representative: RepresentativeDraft) => void;
  sign: (signature: Signature) => void;
};

/** What the agency's representative says, in their own words, and their name and signature. */
export function RepresentativeFields({ representative, words, changed, sign }: RepresentativeFieldsProps) {
  const { field } = words;
  const present = representative.opinion !== null && representative.opinion !== "absent";
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
      {present && (
        <>
          {(["name", "title"] as const).map((part) => (
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
          <SignatureFields
            label={field.signature}
            signature={representative.signature}
            words={field}
            changed={sign}
          />
        </>
      )}
    </section>
  );
}
