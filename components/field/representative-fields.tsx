import { fieldId } from "@/components/field/field-id";
import { signatureField } from "@/components/field/minutes";
import { SignatureFields } from "@/components/field/signature-fields";
import { TextField, type Faults } from "@/components/field/text-field";
import type { Words } from "@/components/field/words";
import { opinions, type Signature } from "@/lib/visits/minutes/types";
import type { RepresentativeDraft } from "@/lib/offline/types";

export type RepresentativeFieldsProps = {
  representative: RepresentativeDraft;
  faults: Faults;
  words: Words;
  changed: (representative: RepresentativeDraft) => void;
  sign: (signature: Signature) => void;
  byHand: boolean;
  byHandChanged: (byHand: boolean) => void;
};

/** What the agency's representative says, in their own words, and their name and signature. */
export function RepresentativeFields(props: RepresentativeFieldsProps) {
  const { representative, faults, words, changed, sign, byHand, byHandChanged } = props;
  const { field } = words;
  const present = representative.opinion !== null && representative.opinion !== "absent";
  return (
    <section className="stack">
      <fieldset className={faults("opinion") ? "field faulty" : "field"}>
        <legend>{field.opinion}</legend>
        {faults("opinion") && <span className="fault">{faults("opinion")}</span>}
        {opinions.map((opinion, index) => (
          <label className="option" key={opinion}>
            <input
              type="radio"
              id={index === 0 ? fieldId("opinion") : undefined}
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
            <TextField
              key={part}
              name={part === "name" ? "representativeName" : "representativeTitle"}
              label={part === "name" ? field.representativeName : field.representativeTitle}
              fault={part === "name" ? faults("representativeName") : undefined}
              maxLength={200}
              value={representative[part]}
              ask={field.fontDoubt.ask}
              changed={(value) => {
                changed({ ...representative, [part]: value });
              }}
            />
          ))}
          <TextField
            name="statement"
            label={field.statement}
            fault={faults("statement")}
            rows={3}
            maxLength={4000}
            value={representative.statement}
            ask={field.fontDoubt.ask}
            changed={(statement) => {
              changed({ ...representative, statement });
            }}
          />
          <SignatureFields
            label={field.signature}
            name={signatureField("representative")}
            signature={representative.signature}
            fault={faults(signatureField("representative"))}
            words={field}
            changed={sign}
            {...{ byHand, byHandChanged }}
          />
        </>
      )}
    </section>
  );
}
