import { fieldId } from "@/components/field/field-id";
import { FontDoubt } from "@/components/field/font-doubt";
import { signatureField } from "@/components/field/minutes";
import { SignatureFields } from "@/components/field/signature-fields";
import type { Faults } from "@/components/field/text-field";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { signerKey } from "@/lib/visits/labels";
import { teamSignerName } from "@/lib/visits/minutes/rules";
import {
  signerParts,
  type Member,
  type Signatory,
  type Signature,
  type SignerPart,
} from "@/lib/visits/minutes/types";
import type { Signer } from "@/lib/offline/signing/types";

/** The member of the team whose part it is, so that nobody types a name that is known. */
const knownName = (team: readonly Member[], part: SignerPart): string =>
  (part === "leader" ? teamSignerName(team) : team.find(({ duty }) => duty === part)?.name) ?? "";

type Said = { name: string; title: string };

export type SignatoryFieldsProps = {
  /** Those who are there. */
  team: readonly Member[];
  signatories: readonly Signatory[];
  /** Who of them signs on paper. */
  hands: readonly Signer[];
  faults: Faults;
  words: Words;
  named: (part: SignerPart, said: Said) => void;
  sign: (part: SignerPart, said: Said, signature: Signature) => void;
  byHandChanged: (part: SignerPart, said: Said, byHand: boolean) => void;
};

/** Who else may sign on the spot, folded until one of them does. */
export function SignatoryFields(props: SignatoryFieldsProps) {
  const { team, signatories, hands, faults, words, named, sign, byHandChanged } = props;
  const { signing } = words.field;
  return (
    <section className="stack">
      <h2>{signing.others}</h2>
      <p className="soft">{signing.othersHint}</p>
      {signerParts.map((part) => {
        const there = signatories.find((each) => each.part === part);
        const { name = knownName(team, part), title = "" } = there ?? {};
        const label = words.audits.signers[signerKey(part, team)];
        const isGiven = there !== undefined && there.signature.kind !== "none";
        return (
          <details key={part} open={there ? true : undefined}>
            <summary>
              {label}
              {name && `: ${name}`}
              {isGiven && <span className="soft"> ({signing.given})</span>}
            </summary>
            <div className="stack">
              {(["name", "title"] as const).map((field) => (
                <label className="field" key={field}>
                  <span>
                    {field === "name" ? signing.name : words.field.representativeTitle}
                    <span className="visually-hidden"> {fill(signing.of, { whose: label })}</span>
                  </span>
                  <input
                    id={field === "name" ? fieldId(`signatory.${part}`) : undefined}
                    className="input"
                    maxLength={200}
                    autoComplete="off"
                    value={field === "name" ? name : title}
                    onChange={(event) => {
                      named(part, { name, title, [field]: event.currentTarget.value });
                    }}
                  />
                  <FontDoubt text={field === "name" ? name : title} ask={words.field.fontDoubt.ask} />
                </label>
              ))}
              <SignatureFields
                label={fill(signing.signatureOf, { whose: label })}
                name={signatureField(part)}
                signature={there?.signature ?? { kind: "none" }}
                byHand={hands.includes(part)}
                fault={faults(signatureField(part))}
                words={words.field}
                changed={(signature) => {
                  sign(part, { name, title }, signature);
                }}
                byHandChanged={(byHand) => {
                  byHandChanged(part, { name, title }, byHand);
                }}
              />
            </div>
          </details>
        );
      })}
    </section>
  );
}
