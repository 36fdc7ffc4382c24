import { ClockNote } from "@/components/field/clock-note";
import { ExportQueue } from "@/components/field/export-queue";
import { LeftNote } from "@/components/field/left-note";
import { QueueItem } from "@/components/field/queue-item";
import { receiptSaid } from "@/components/field/receipt";
import { AllRefused } from "@/components/field/refused";
import { placeOf } from "@/components/field/route";
import { dayOfSealed, sealedOf, type Sealed } from "@/components/field/sealed";
import { UnreadFiles } from "@/components/field/unread-files";
import type { Fieldwork } from "@/components/field/use-field";
import type { Words } from "@/components/field/words";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import { groupBy } from "@/lib/kernel/collections";
import { fill } from "@/lib/kernel/fill";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { queueByVisit, type VisitQueue } from "@/lib/offline/queued/rules";
import { isOpen } from "@/lib/offline/rules";
import type { FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";

export type QueueViewProps = {
  field: Fieldwork;
  held: Held;
  pack: HeldPack;
  day: PlainDate;
  store: FieldStore;
  words: Words;
};

type StandsProps = { queue: VisitQueue; sealed: Sealed | null; words: Words["field"] };

/** Of a visit whose signed minutes have left the queue: which are its minutes. */
function Stands({ queue: { visitId, items }, sealed, words }: StandsProps) {
  if (sealed?.fate !== "sent" || !sealed.receipt) return null;
  const { number } = sealed.receipt;
  if (items.some(({ standing }) => standing.state === "sent" && standing.receipt.number === number))
    return null;
  const said = {
    time: formatInstant(new Date(sealed.sealedAt)),
    receipt: receiptSaid(sealed.receipt, words),
  };
  return (
    <p>
      <a href={placeOf(visitId)}>{fill(words.stands, said)}</a>
    </p>
  );
}

type UnreadGoneProps = Pick<QueueViewProps, "held" | "pack" | "store"> & {
  names: ReadonlyMap<string, string>;
  words: Words["field"];
};

/** Of visits that are no longer taken along: which chosen files are no photographs, as no question of theirs can say it any more. */
function UnreadGone({ held: { unread }, pack, store, names, words }: UnreadGoneProps) {
  const taken = new Set(pack.visits.map(({ id }) => id));
  const gone = [...groupBy(unread, ({ visitId }) => visitId)].filter(([id]) => !taken.has(id));
  return gone.map(([id, files]) => (
    <section className="stack" key={id}>
      <h2>{names.get(id) ?? words.queueOther}</h2>
      <UnreadFiles {...{ files, store, words }} />
    </section>
  ));
}

/** Everything that has been recorded here, by visit, each with its receipt or with what stands in its way. */
export function QueueView({ field, held, pack, day, store, words: all }: QueueViewProps) {
  const words = all.field;
  const open = held.items.some(isOpen);
  const signed = held.drafts.flatMap(({ sealed }) =>
    sealed ? [{ ...sealed.visit, plannedOn: dayOfSealed(sealed) }] : [],
  );
  const names = new Map(
    [...(pack.gone ?? []), ...pack.visits, ...signed].map(({ id, agencyName, plannedOn }) => [
      id,
      `${agencyName}, ${formatDate(plannedOn)}`,
    ]),
  );
  return (
    <div className="stack">
      <p>
        <a href="#/">‹ {words.home}</a>
      </p>
      <h1 tabIndex={-1}>{words.queue}</h1>
      <ClockNote offset={pack.offset} words={all} />
      <LeftNote field={field} words={words} />
      {open && (
        <p>
          <button
            type="button"
            className="button"
            aria-disabled={field.sending === "sending"}
            onClick={() => void field.sync?.run(true)}
          >
            {field.sending === "sending" ? words.sendingNow : words.sendNow}
          </button>
        </p>
      )}
      <UnreadGone {...{ held, pack, store, names, words }} />
      {held.items.length === 0 && <p>{words.queueNone}</p>}
      {queueByVisit(held.items).map((queue) => {
        const sealed = sealedOf(queue.visitId, pack, day, held);
        return (
          <section className="stack" key={queue.visitId}>
            <h2>{names.get(queue.visitId) ?? words.queueOther}</h2>
            <Stands queue={queue} sealed={sealed} words={words} />
            <AllRefused visitId={queue.visitId} items={queue.refused} store={store} words={words} />
            <ul className="plain">
              {queue.items.map((item) => (
                <QueueItem
                  key={item.id}
                  {...{ item, sealed, pack, store, sending: field.sending, words: all }}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {open && <ExportQueue pack={pack} store={store} words={words.export} />}
    </div>
  );
}
