import { Drawn } from "@/components/field/signatures";
import { vietnamese } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import {
  minutesRecipients,
  minutesSigners,
  typedMark,
  type MinutesSigner,
} from "@/lib/visits/minutes/ends/rules";
import type { MinutesSheet } from "@/lib/visits/minutes/types";

/** Minutes are a Vietnamese paper, whatever language the app speaks. */
const words = vietnamese;

/** Room for a hand, with what was drawn on the device; below it whoever signs for the same side. */
function Signer({ title, name, signature, second }: MinutesSigner) {
  return (
    <>
      <strong className="prose">{title.join("\n")}</strong>
      <div className="paper-signature">
        <Drawn signature={signature} name={name ?? ""} words={words} />{" "}
        {signature.kind === "typed" && <em>{typedMark}</em>}
      </div>
      <strong>{name}</strong>
      {second && <Signer {...second} />}
    </>
  );
}

type Said = { visit: PackedVisit; sheet: MinutesSheet; lead: string };

/** Who signs, the agency first; the leader last, on the right. Below the agency, who gets the paper. */
export function PaperSignatures({ visit, sheet, lead }: Said) {
  const { representative, signatories = [], attendance } = sheet;
  const recipients = minutesRecipients(visit.agencyName, lead);
  return (
    <div className="paper-signatures">
      {minutesSigners(visit.team, attendance, { representative, signatories }).map((signer, index) => (
        <div key={signer.title.join()}>
          <Signer {...signer} />
          {index === 0 && (
            <div className="paper-recipients">
              <strong>
                <em>Nơi nhận:</em>
              </strong>
              {recipients.map((each, place) => (
                <p key={each}>
                  - {each}
                  {place === recipients.length - 1 ? "." : ";"}
                </p>
              ))}
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
