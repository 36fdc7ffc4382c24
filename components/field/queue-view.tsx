import { ExportQueue } from "@/components/field/export-queue";
import { placeOf } from "@/components/field/route";
import { fill, type Words } from "@/components/field/words";
import type { FieldPack } from "@/lib/audits/field/types";
import { formatInstant } from "@/lib/kernel/format";
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
    case "minutes":
      return words.minutes;
  }
};

/** The screen where an item can be seen to. */
function partOf({ body }: Item): string {
  switch (body.kind) {
    case "sheet":
      return body.groupCode;
    case "recheck":
      return "before";
    case "photo":
      return body.questionCode.slice(0, 1);
    case "minutes":
      return "check";
  }
}

function Standing({ item, store, words }: { item: Item; store: FieldStore; words: Words["field"] }) {
  const { standing } = item;
  return (
    <span className="soft">
      {words.state[standing.state]}
      {standing.state === "sent" &&
        standing.receipt.number &&
        `. ${fill(words.receipt, { number: standing.receipt.number, time: standing.receipt.time })}`}
      {standing.state === "refused" && (
        <>
          {`. ${fill(words.refusedTitle, { problem: standing.problem })} `}
          <button type="button" className="link-button" onClick={() => void store.retry(item.id)}>
            {words.retry}
          </button>
        </>
      )}
    </span>
  );
}

export type QueueViewProps = { held: Held; pack: FieldPack; store: FieldStore; words: Words["field"] };

/** Everything that has been recorded here, the newest first, each with its receipt or with what stands in its way. */
export function QueueView({ held, pack, store, words }: QueueViewProps) {
  const names = new Map(pack.visits.map(({ id, agencyName }) => [id, agencyName]));
  return (
    <div className="stack">
      <p>
        <a href="#/">‹ {words.home}</a>
      </p>
      <h1 tabIndex={-1}>{words.queue}</h1>
      <ul className="plain">
        {held.items.toReversed().map((item) => (
          <li className="answer-line" key={item.id}>
            <span>
              <a href={placeOf(item.visitId, partOf(item))}>{nameOf(item, words.item)}</a>{" "}
              <span className="soft">
                {names.get(item.visitId)} · {formatInstant(new Date(item.recordedAt))}
              </span>
            </span>
            <Standing item={item} store={store} words={words} />
          </li>
        ))}
      </ul>
      {held.items.some(({ standing }) => standing.state !== "sent") && (
        <ExportQueue pack={pack} store={store} words={words.export} />
      )}
    </div>
  );
}
