import { clockSaid } from "@/components/field/clock-note";
import { DisplacedNote } from "@/components/field/displaced-note";
import { receiptSaid } from "@/components/field/receipt";
import { placeOf } from "@/components/field/route";
import { Refused } from "@/components/field/refused";
import type { Sealed } from "@/components/field/sealed";
import { toldSaid } from "@/components/field/told";
import type { Words } from "@/components/field/words";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import { fill } from "@/lib/kernel/fill";
import { formatInstant } from "@/lib/kernel/format";
import { isLate, isPutAway } from "@/lib/offline/rules";
import type { FieldStore } from "@/lib/offline/store";
import type { Sending } from "@/lib/offline/sync";
import type { Item } from "@/lib/offline/types";

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

/** Of minutes that were put away, which are the minutes of their visit by now; nothing where none were signed since. */
function replacedBy(item: Item, sealed: Sealed | null, words: Words["field"]["away"]): string | null {
  if (item.body.kind !== "minutes" || !isPutAway(item)) return null;
  if (sealed?.fate === "waiting") return words.replacedWaiting;
  return sealed?.fate === "sent" ? fill(words.replaced, { receipt: sealed.receipt?.number ?? "–" }) : null;
}

export type QueueItemProps = {
  item: Item;
  /** The minutes of its visit as they were sealed here last, whatever became of them. */
  sealed: Sealed | null;
  pack: HeldPack;
  store: FieldStore;
  sending: Sending;
  words: Words;
};

function ItemStanding({ item, sealed, pack, store, sending, words: all }: QueueItemProps) {
  const words = all.field;
  const { standing } = item;
  const otherwise = otherwiseIn(item, pack);
  const replaced = replacedBy(item, sealed, words.away);
  return (
    <div className="soft">
      {stateOf(item, words)}
      {(standing.state === "sent" || standing.state === "kept") &&
        standing.receipt.number &&
        `. ${fill(words.receipt, { receipt: receiptSaid(standing.receipt, words) })}`}
      {replaced && `. ${replaced}`}
      {standing.state === "kept" &&
        `. ${fill(words.away.why, { problem: toldSaid(standing, all.problems) })}`}
      {standing.state === "leaving" && sending === "signed-out" && (
        <p className="notice bad" role="alert">
          {words.away.signedOut}
        </p>
      )}
      {otherwise.length > 0 && `. ${fill(words.displaced.item, { codes: otherwise.join(", ") })}`}
      {item.body.kind === "minutes" && (
        <DisplacedNote displaced={receiptOf(item)?.displaced ?? []} words={words} />
      )}
      {standing.state === "refused" && (
        <Refused item={item} told={standing} unkept={standing.unkept} store={store} words={all} />
      )}
    </div>
  );
}

/** One thing that was recorded here: what it is about, when, and where it stands. */
export function QueueItem(props: QueueItemProps) {
  const { item, pack, words } = props;
  return (
    <li className="answer-line">
      <span>
        <a href={placeOf(item.visitId, partOf(item))}>{nameOf(item, words.field.item)}</a>{" "}
        <span className="soft">
          {formatInstant(new Date(item.recordedAt))}
          {clockSaid(item.offset ?? pack.offset, words, { at: item.recordedAt, receipt: receiptOf(item) })}
        </span>
      </span>
      <ItemStanding {...props} />
    </li>
  );
}
