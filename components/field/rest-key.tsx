import { restOf, type Reason } from "@/components/field/rest";
import { RestNotice } from "@/components/field/rest-notice";
import { placeOf } from "@/components/field/route";
import type { RestActs } from "@/components/field/use-rest";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import type { Held, SheetAnswers } from "@/lib/offline/types";

export type RestKeyProps = {
  visit: PackedVisit;
  groupCode: string;
  /** What the screen shows, which may be ahead of the device by a moment. */
  shown: SheetAnswers;
  /** The group behind this one, or "check". */
  next: string;
  held: Held;
  acts: RestActs;
  words: Words;
};

function reasonText(visit: PackedVisit, code: string, reason: Reason, words: Words): string {
  const { outcome } = visit.previous[code] ?? { outcome: "not_checked" };
  return fill(words.field.restReason[reason], { outcome: words.audits.outcome[outcome].toLowerCase() });
}

/**
 * Below a group that has been looked at: what is left of it conforms. It goes on where nothing is left then, and stays where some
 * questions have to be answered by themselves, which it names.
 */
export function RestKey({ visit, groupCode, shown, next, held, acts, words }: RestKeyProps) {
  const { codes, leftOut } = restOf(visit, held, groupCode, shown);
  const done = acts.of(visit.id, groupCode);
  const { field } = words;
  const goesOn = leftOut.length === 0;
  const sentence = !goesOn ? field.rest : next === "check" ? field.restCheck : field.restNext;
  return (
    <div className="rest">
      {codes.length > 0 && (
        <button
          type="button"
          className="button second rest-key"
          onClick={() => {
            void acts.settle(visit, held, groupCode, shown).then((kept) => {
              if (kept && goesOn) location.hash = placeOf(visit.id, next);
            });
          }}
        >
          {fill(sentence, { count: codes.length, group: next })}
        </button>
      )}
      {done && <RestNotice together={done} acts={acts} words={field} />}
      {leftOut.length > 0 && (
        <p className="left-out">
          {field.restLeftOut}{" "}
          {leftOut.map(({ code, reason }, index) => (
            <span key={code}>
              {index > 0 && "; "}
              <a href={placeOf(visit.id, groupCode, code)}>{code}</a> (
              {reasonText(visit, code, reason, words)})
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
