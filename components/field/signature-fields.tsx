import { fieldId } from "@/components/field/field-id";
import { SignaturePad } from "@/components/field/signature-pad";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import type { Signature } from "@/lib/visits/minutes/types";

export type SignatureFieldsProps = {
  /** Whose signature it is: names the box and the tick. */
  label: string;
  /** What is wrong with it is said there. */
  name: string;
  signature: Signature;
  byHand: boolean;
  fault: string | undefined;
  words: Words["field"];
  changed: (signature: Signature) => void;
  byHandChanged: (byHand: boolean) => void;
};

/** Draws a signature, lets the name above stand for it, or leaves it to the paper. */
export function SignatureFields(props: SignatureFieldsProps) {
  const { label, name, signature, byHand, fault, words, changed, byHandChanged } = props;
  const whose = <span className="visually-hidden"> {fill(words.signing.of, { whose: label })}</span>;
  const path = signature.kind === "drawn" ? signature.path : "";
  return (
    <div className={fault ? "stack signing faulty" : "stack signing"}>
      <strong>{label}</strong> {fault && <span className="fault">{fault}</span>}{" "}
      <span className="hint">{words.signatureHint}</span>
      <SignaturePad
        label={label}
        path={path}
        words={words}
        changed={(drawn) => {
          changed(drawn === "" ? { kind: "none" } : { kind: "drawn", path: drawn });
        }}
      />
      <label className="option">
        <input
          type="checkbox"
          checked={signature.kind === "typed"}
          onChange={(event) => {
            changed({ kind: event.currentTarget.checked ? "typed" : "none" });
          }}
        />
        <span>
          {words.signing.typed}
          {whose}
        </span>
      </label>
      <label className="option">
        <input
          type="checkbox"
          id={fieldId(name)}
          checked={byHand}
          onChange={(event) => {
            byHandChanged(event.currentTarget.checked);
          }}
        />
        <span>
          {words.signing.byHand}
          {whose}
        </span>
      </label>
    </div>
  );
}
