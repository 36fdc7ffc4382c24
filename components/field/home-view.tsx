import { OwnDisplacedNote } from "@/components/field/displaced-note";
import { LeftNote } from "@/components/field/left-note";
import { receiptSaid } from "@/components/field/receipt";
import { RefreshPack } from "@/components/field/refresh-pack";
import { placeOf } from "@/components/field/route";
import { SaveNote } from "@/components/field/save-note";
import { dayOfSealed, sealedVisits, type Sealed } from "@/components/field/sealed";
import { progress } from "@/components/field/sheets";
import type { Fieldwork } from "@/components/field/use-field";
import type { Words } from "@/components/field/words";
import type { FieldPack, PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { minutesPutAway } from "@/lib/offline/rules";
import type { Held } from "@/lib/offline/types";

export type HomeViewProps = { field: Fieldwork; held: Held; pack: FieldPack; day: PlainDate; words: Words };

/** What has become of minutes that were sealed here. */
function arrivalOf({ fate, receipt, kept, away }: Sealed, words: Words["field"]): string {
  const arrival = { receipt: receiptSaid(kept ?? away ?? receipt ?? { number: "–" }, words) };
  switch (fate) {
    case "sent":
      return fill(words.finishedSent, arrival);
    case "beside":
      return fill(words.sealed.besideShort, arrival);
    case "away":
      return fill(words.sealed.awayShort, arrival);
    case "refused":
      return words.sealed.refusedShort;
    case "waiting":
      return words.sealed.waiting;
  }
}

type SealedListProps = { title: string; hint: string; sealed: readonly Sealed[]; words: Words["field"] };

/** Minutes that were sealed here, each with what has become of it; nothing where there are none. */
function SealedList({ title, hint, sealed, words }: SealedListProps) {
  if (sealed.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <p className="soft">{hint}</p>
      <ul className="plain tasks">
        {sealed.map((each) => (
          <li key={each.visit.id}>
            <a className="task" href={placeOf(each.visit.id)}>
              <strong>{fill(words.visit, { agency: each.visit.agencyName })}</strong>{" "}
              <span className="soft">
                {formatDate(dayOfSealed(each))} · {arrivalOf(each, words)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far a visit is: how much is answered, sealed and on its way, or sealed and not taken. */
function stateOf(visit: PackedVisit, held: Held, isSealed: boolean, words: Words["field"]): string {
  if (isSealed) return words.sealed.waiting;
  const answered = fill(words.progress, progress(visit, held, null));
  return minutesPutAway(held.items, visit.id) ? `${answered} · ${words.away.short}` : answered;
}

/** The visits of the coming two weeks, as they are on the device. */
export function HomeView({ field, held, pack, day, words: { field: words } }: HomeViewProps) {
  const sealed = sealedVisits(pack, day, held);
  const waiting = sealed.filter(({ fate }) => fate === "waiting");
  const sent = sealed.filter(({ fate }) => fate === "sent");
  const none = sealed.filter((each) => ![...waiting, ...sent].includes(each));
  const below = new Set([...sent, ...none].map(({ visit }) => visit.id));
  const listed = new Set(pack.visits.map(({ id }) => id));
  const ahead = [
    ...pack.visits.filter(({ id }) => !below.has(id)),
    ...waiting.flatMap(({ visit }) => (listed.has(visit.id) ? [] : [visit])),
  ];
  const isWaiting = ({ id }: PackedVisit): boolean => waiting.some(({ visit }) => visit.id === id);
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1 tabIndex={-1}>{words.home}</h1>
        <p>{words.intro}</p>
      </div>
      <LeftNote field={field} words={words} />
      <OwnDisplacedNote pack={pack} words={words} />
      {ahead.length === 0 && <p>{words.none}</p>}
      <ul className="plain tasks">
        {ahead.map((visit) => (
          <li key={visit.id}>
            <a className="task" href={placeOf(visit.id)}>
              <strong>{fill(words.visit, { agency: visit.agencyName })}</strong>{" "}
              <span className="soft">
                {formatDate(visit.plannedOn)} · {stateOf(visit, held, isWaiting(visit), words)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <SealedList title={words.sealed.sent} hint={words.sealed.sentHint} sealed={sent} words={words} />
      <SealedList title={words.sealed.none} hint={words.sealed.noneHint} sealed={none} words={words} />
      <p className="row">
        <RefreshPack field={field} className="button second" words={words} />{" "}
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
