import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { boxAround } from "@/lib/offline/signing/strokes/rules";
import { signerKey } from "@/lib/visits/labels";
import type { MinutesSheet, Signature } from "@/lib/visits/minutes/types";

/** A drawn signature; nothing where it is not drawn. */
export function Drawn({ signature, name, words }: { signature: Signature; name: string; words: Words }) {
  return signature.kind === "drawn" ? (
    <svg
      className="signature"
      viewBox={boxAround(signature.path)}
      role="img"
      aria-label={fill(words.audits.minutesSignature, { name })}
    >
      <path d={signature.path} vectorEffect="non-scaling-stroke" />
    </svg>
  ) : null;
}

/** What the agency said, and who signed. */
export function Signatures({ sheet, words }: { sheet: MinutesSheet; words: Words }) {
  const { representative, signatories = [] } = sheet;
  const { opinion, statement, name } = representative;
  const signers = [
    ...(opinion === "absent" ? [] : [{ label: words.audits.minutesRepresentative, ...representative }]),
    ...signatories.map((each) => ({
      label: words.audits.signers[signerKey(each.part, sheet.attendance)],
      ...each,
    })),
  ];
  return (
    <section className="stack">
      <h2>{words.field.opinion}</h2>
      <p className="prose">
        <strong>{words.audits.opinions[opinion]}</strong>
        {statement && `. ${opinion === "absent" ? "" : `${name}: `}${statement}`}
      </p>
      <dl className="summary-list">
        {signers.map((each) => (
          <div key={each.label}>
            <dt>{each.label}</dt>
            <dd>
              {[each.name, each.title].filter(Boolean).join(", ")}
              <br />
              {words.audits.minutesSigned[each.signature.kind]}
              <Drawn signature={each.signature} name={each.name} words={words} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
