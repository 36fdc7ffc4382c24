import { receiptSaid } from "@/components/field/receipt";
import { RefreshPack } from "@/components/field/refresh-pack";
import { placeOf } from "@/components/field/route";
import { SaveNote } from "@/components/field/save-note";
import { sealedOf, sentVisits, type Sealed } from "@/components/field/sealed";
import { progress } from "@/components/field/sheets";
import type { Field } from "@/components/field/use-field";
import { fill, type Words } from "@/components/field/words";
import type { FieldPack } from "@/lib/audits/field/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Held } from "@/lib/offline/types";

export type HomeViewProps = { field: Field; held: Held; pack: FieldPack; day: PlainDate; words: Words };

/** Where minutes that were sealed here are now. */
function arrivalOf({ receipt, kept }: Pick<Sealed, "receipt" | "kept">, words: Words["field"]): string {
  if (kept) return fill(words.sealed.besideShort, { receipt: receiptSaid(kept, words) });
  return receipt ? fill(words.finishedSent, { receipt: receiptSaid(receipt, words) }) : words.sealed.waiting;
}

/** The visits of the coming two weeks, as they are on the device. */
export function HomeView({ field, held, pack, day, words: { field: words } }: HomeViewProps) {
  const sent = sentVisits(pack, day, held);
  const arrived = new Set(sent.map(({ visit }) => visit.id));
  const ahead = pack.visits.filter(({ id }) => !arrived.has(id));
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1 tabIndex={-1}>{words.home}</h1>
        <p>{words.intro}</p>
      </div>
      {ahead.length === 0 && <p>{words.none}</p>}
      <ul className="plain tasks">
        {ahead.map((visit) => {
          const { done, total } = progress(visit, held, null);
          return (
            <li key={visit.id}>
              <a className="task" href={placeOf(visit.id)}>
                <strong>{fill(words.visit, { agency: visit.agencyName })}</strong>
                <span className="soft">
                  {formatDate(visit.plannedOn)} ·{" "}
                  {sealedOf(visit.id, pack, day, held)
                    ? words.sealed.waiting
                    : fill(words.progress, { done, total })}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {sent.length > 0 && (
        <section className="stack">
          <h2>{words.sealed.sent}</h2>
          <p className="soft">{words.sealed.sentHint}</p>
          <ul className="plain tasks">
            {sent.map(({ visit, ...each }) => (
              <li key={visit.id}>
                <a className="task" href={placeOf(visit.id)}>
                  <strong>{fill(words.visit, { agency: visit.agencyName })}</strong>
                  <span className="soft">
                    {formatDate(each.sheet.hours?.startedOn ?? visit.plannedOn)} · {arrivalOf(each, words)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="row">
        <RefreshPack field={field} className="button second" words={words} />
        <span className="soft">{fill(words.packMade, { time: formatInstant(new Date(pack.madeAt)) })}</span>
      </p>
      {field.store && (
        <SaveNote saving={field.store.saving} at="pack" what={words.save.pack} words={words.save} />
      )}
      <p>
        <a href="/today">{words.office}</a>
      </p>
    </div>
  );
}
