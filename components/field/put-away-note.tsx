import { receiptSaid } from "@/components/field/receipt";
import { placeOf } from "@/components/field/route";
import { toldSaid } from "@/components/field/told";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { minutesPutAway } from "@/lib/offline/rules";
import type { Held } from "@/lib/offline/types";

type PutAwayNoteProps = { visitId: string; held: Held; words: Words };

/** On every screen of a visit whose minutes were signed and not taken: that they are none, and that they are to be read and signed anew. */
export function PutAwayNote({ visitId, held, words: { field: words, problems } }: PutAwayNoteProps) {
  const standing = minutesPutAway(held.items, visitId)?.standing;
  if (standing?.state !== "leaving" && standing?.state !== "kept") return null;
  return (
    <div className="notice bad" role="alert">
      <p>
        {standing.state === "kept"
          ? fill(words.away.note, { receipt: receiptSaid(standing.receipt, words) })
          : words.away.noteLeaving}{" "}
        {fill(words.away.why, { problem: toldSaid(standing, problems) })}
      </p>
      <a className="jump" href={placeOf(visitId, "check")}>
        {words.away.again}
      </a>
    </div>
  );
}
