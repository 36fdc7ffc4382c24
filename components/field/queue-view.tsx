import { ExportQueue } from "@/components/field/export-queue";
import { ClockNote, clockSaid } from "@/components/field/clock-note";
import { DisplacedNote } from "@/components/field/displaced-note";
import { LeftNote } from "@/components/field/left-note";
import { receiptSaid } from "@/components/field/receipt";
import { placeOf } from "@/components/field/route";
import { Refused } from "@/components/field/refused";
import type { Fieldwork } from "@/components/field/use-field";
import type { Words } from "@/components/field/words";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import { fill } from "@/lib/kernel/fill";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import { isLate, isOpen } from "@/lib/offline/rules";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, Item } from "@/lib/offline/types";

const nameOf = ({ body }: Item, words: Words["field"]["item"]): string => {
  switch (body.kind) {
    case "sheet":
      return fill(words.sheet, { group: body.groupCode });
    case "recheck":
      return words.recheck;
    case "photo":
      return fill(words.photo, { code: body.questionCode });
    case "caption":
      return fill(words.caption, { code: body.questionCode });
    case "removal":
      return fill(words.removal, { code: body.questionCode });
    case "group":
      return fill(body.mine ? words.group : words.groupBack, { group: body.groupCode });
    case "minutes":
      return words.minutes;
  }
};

/** The screen where an item can be seen to. */
function partOf({ body }: Item): string {
  switch (body.kind) {
    case "sheet":
    case "group":
      return body.groupCode;
    case "recheck":
      return "before";
    case "photo":
    case "caption":
    case "removal":
      return body.questionCode.slice(0, 1);
    case "minutes":
      return "check";
  }
}

type StandingProps = { item: Item; pack: HeldPack; store: FieldStore; words: Words["field"] };

const receiptOf = ({ standing }: Item) =>
  standing.state === "sent" || standing.state === "kept" ? standing.receipt : undefined;

/** Where an item stands, in a word or two. */
function stateOf(item: Item, words: Words["field"]): string {
  if (item.standing.state !== "kept" || isLate(item)) return words.state[item.standing.state];
  return item.body.kind === "minutes" ? words.away.minutes : words.away.other;
}

/** Of what was sent from here, the questions about which signed minutes say otherwise by now. */
const otherwiseIn = (item: Item, { displaced = [] }: HeldPack): readonly string[] =>
  displaced.find(({ receipt }) => receipt === receiptOf(item)?.number)?.codes ?? [];

function ItemStanding({ item, pack, store, words }: StandingProps) {
  const { standing } = item;
  const otherwise = otherwiseIn(item, pack);
  return (
    <div className="soft">
      {stateOf(item, words)}
      {(standing.state === "sent" || standing.state === "kept") &&
        standing.receipt.number &&
        `. ${fill(words.receipt, { receipt: receiptSaid(standing.receipt, words) })}`}
      {standing.state === "kept" && `. ${standing.problem}`}
      {otherwise.length > 0 && `. ${fill(words.displaced.item, { codes: otherwise.join(", ") })}`}
      {item.body.kind === "minutes" && (
        <DisplacedNote displaced={receiptOf(item)?.displaced ?? []} words={words} />
      )}
      {standing.state === "refused" && (
        <Refused item={item} problem={standing.problem} store={store} words={words} />
      )}
    </div>
  );
}

export type QueueViewProps = {
  field: Fieldwork;
  held: Held;
  pack: HeldPack;
  store: FieldStore;
  words: Words;
};

/** Everything that has been recorded here, the newest first, each with its receipt or with what stands in its way. */
export function QueueView({ field, held, pack, store, words: all }: QueueViewProps) {
  const words = all.field;
  const open = held.items.some(isOpen);
  const sealed = held.drafts.flatMap((draft) => draft.sealed?.visit ?? []);
  const names = new Map(
    [...sealed, ...(pack.gone ?? []), ...pack.visits].map(({ id, agencyName, plannedOn }) => [
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
      {held.items.length === 0 && <p>{words.queueNone}</p>}
      <ul className="plain">
        {held.items.toReversed().map((item) => (
          <li className="answer-line" key={item.id}>
            <span>
              <a href={placeOf(item.visitId, partOf(item))}>{nameOf(item, words.item)}</a>{" "}
              <span className="soft">
                {names.get(item.visitId)} · {formatInstant(new Date(item.recordedAt))}
                {clockSaid(item.offset ?? pack.offset, all, {
                  at: item.recordedAt,
                  receipt: receiptOf(item),
                })}
              </span>
            </span>
            <ItemStanding item={item} pack={pack} store={store} words={words} />
          </li>
        ))}
      </ul>
      {open && <ExportQueue pack={pack} store={store} words={words.export} />}
    </div>
  );
}
