import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { isLate } from "@/lib/offline/rules";
import type { Held } from "@/lib/offline/types";

export type ClosedProps = { visitId: string; agency: string | null; held: Held; words: Words["field"] };

/** Somebody else has sealed the visit: what that means for this device, what it sent too late, and where the minutes are. */
export function Closed({ visitId, agency, held, words }: ClosedProps) {
  const late = held.items.filter((item) => item.visitId === visitId && isLate(item)).length;
  return (
    <div className="stack">
      <p>
        <a href="#/">‹ {words.home}</a>
      </p>
      <h1 tabIndex={-1}>{words.closed.title}</h1>
      {agency && <p className="soft">{agency}</p>}
      <div className="notice watch" role="status">
        <p>{words.closed.text}</p>
        <p>{fill(words.closed.late, { count: late })}</p>
      </div>
      <p className="row">
        <a className="button" href={`/audits/${visitId}`}>
          {words.closed.office}
        </a>{" "}
        <a className="button second" href="#/queue">
          {words.queue}
        </a>
      </p>
    </div>
  );
}
