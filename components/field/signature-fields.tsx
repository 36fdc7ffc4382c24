import { SignaturePad } from "@/components/field/signature-pad";
import { fill, type Words } from "@/components/field/words";
import type { Signature } from "@/lib/audits/minutes/types";

export type SignatureFieldsProps = {
  /** Whose signature it is: names the box and the tick. */
  label: string;
  signature: Signature;
  words: Words["field"];
  changed: (signature: Signature) => void;
};

/** Draws a signature, or lets the name above stand for it. */
export function SignatureFields({ label, signature, words, changed }: SignatureFieldsProps) {
  const path = signature.kind === "drawn" ? signature.path : "";
  return (
    <div className="stack signing">
      <strong>{label}</strong>
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
          <span className="visually-hidden"> {fill(words.signing.of, { whose: label })}</span>
        </span>
      </label>
    </div>
  );
}
