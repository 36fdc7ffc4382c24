import { fill } from "@/lib/kernel/fill";
import type { Words } from "@/components/field/words";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import type { Displaced } from "@/lib/visits/sealed/displaced/types";
import { formatDate } from "@/lib/kernel/format";

const valuesOf = ({ codes, by, receipt }: Displaced) => ({ codes: codes.join(", "), by, receipt });

type SignedProps = { displaced: readonly Displaced[]; words: Words["field"] };

/** On the device that brought signed minutes: what they say otherwise than a colleague had sent by then. */
export function DisplacedNote({ displaced, words }: SignedProps) {
  const [first] = displaced;
  if (!first) return null;
  return (
    <div className="notice watch stack" role="status">
      {displaced.map((each) => (
        <p key={each.receipt}>{fill(words.displaced.signed, valuesOf(each))}</p>
      ))}{" "}
      <a href={`/audits/${first.visitId}`}>{words.displaced.see}</a>
    </div>
  );
}

/** On a device of the team: minutes that were signed say otherwise than what this account had sent. */
export function OwnDisplacedNote({ pack, words }: { pack: FieldPack; words: Words["field"] }) {
  const { displaced = [] } = pack;
  if (displaced.length === 0) return null;
  return (
    <div className="notice watch stack" role="status">
      {displaced.map((each) => (
        <p key={each.receipt}>
          {fill(words.displaced.own, {
            ...valuesOf(each),
            agency: each.agencyName,
            date: formatDate(each.signedOn ?? each.plannedOn),
          })}{" "}
          <a href={`/audits/${each.visitId}`}>{words.displaced.see}</a>
        </p>
      ))}
    </div>
  );
}
