import { contested, merge, same, saysAll } from "@/lib/offline/merge/rules";
import { answersIn } from "@/lib/offline/packed/rules";
import type {
  AnswerTimes,
  Body,
  Choice,
  Item,
  ItemConflict,
  ItemReceipt,
  Sheet,
  SheetAnswers,
} from "@/lib/offline/types";

/** One's own text is sent again, knowingly, over what stands: as a new item, because its bytes are new. */
export const insisted = (item: Item, id: string): Item => ({
  ...item,
  id,
  tries: 0,
  version: null,
  standing: { state: "waiting" },
});

/** The very same copy goes to the server once more, to hear what became of it: under its id, and over nothing that stands. */
export const askedAgain = (item: Item): Item => ({ ...item, standing: { state: "waiting" } });

/** What stands is taken; one's own text has its receipt with the server, or the server never said it would keep it. */
export const yielded = (item: Item, receipt: ItemReceipt): Item => ({
  ...item,
  standing: { state: "sent", receipt },
});

/** The receipt of one's own text; its moment is not that at which the colleague saved theirs. */
export const keptReceipt = ({ kept = "", keptAt = "" }: ItemConflict): ItemReceipt => ({
  number: kept,
  time: keptAt,
  fingerprint: "",
});

type Sides = { base: SheetAnswers; mine: SheetAnswers; theirs: SheetAnswers };

const sidesOf = (
  body: Extract<Body, { kind: "sheet" }>,
  { base = {} }: Pick<Sheet, "base">,
  conflict: ItemConflict,
): Sides => ({
  base,
  mine: body.answers,
  theirs: answersIn(conflict.current),
});

/** The questions of a clause group about which somebody has to decide, decided or not; none where nothing is in conflict. */
export const contestedIn = ({ body, standing }: Item, sheet: Pick<Sheet, "base">): readonly string[] =>
  body.kind === "sheet" && standing.state === "conflict"
    ? contested(sidesOf(body, sheet, standing.conflict))
    : [];

/** A clause group as it is while somebody has to decide about parts of it. */
export type Together = {
  /** What only one of them wrote is there; of what both wrote one's own, until it is decided. */
  answers: SheetAnswers;
  /** Questions whose answer is the colleague's. */
  theirs: readonly string[];
  name: string;
};

/** A clause group with what the colleague saved of it; null where it is in no conflict. */
export function togetherIn({ body, standing }: Item, sheet: Pick<Sheet, "base">): Together | null {
  if (body.kind !== "sheet" || standing.state !== "conflict") return null;
  const { conflict } = standing;
  const { answers } = merge(sidesOf(body, sheet, conflict), conflict.chosen);
  const theirs = Object.keys(answers).filter((code) => !same(answers[code], body.answers[code]));
  return { answers, theirs, name: conflict.savedBy };
}

/** Whose answer stands is decided for one question. */
export const chose = (item: Item, code: string, choice: Choice): Item =>
  item.standing.state === "conflict"
    ? {
        ...item,
        standing: {
          state: "conflict",
          conflict: {
            ...item.standing.conflict,
            chosen: { ...item.standing.conflict.chosen, [code]: choice },
          },
        },
      }
    : item;

/** The moments of one's own answers, where these stand; those of a colleague come with the next pack. */
const ownTimes = (
  { answers: mine, times }: Extract<Body, { kind: "sheet" }>,
  now: SheetAnswers,
): AnswerTimes | undefined =>
  times && Object.fromEntries(Object.entries(times).filter(([code]) => same(mine[code], now[code])));

/**
 * Brings a clause group in conflict together with what a colleague saved, once nothing is left to decide; null until then. What
 * the colleague's copy does not say goes out as a new item, made from theirs, and so does theirs alone, in their name, where a person
 * chose it: by it the server knows that nobody has to choose any more. One's own copy has its receipt with the server.
 */
export function reconciled(
  item: Item,
  sheet: Pick<Sheet, "base">,
  id: string,
): { sheet: Sheet; put: readonly Item[]; drop: readonly string[] } | null {
  const { body, standing, visitId } = item;
  if (body.kind !== "sheet" || standing.state !== "conflict") return null;
  const { conflict } = standing;
  const sides = sidesOf(body, sheet, conflict);
  const { answers, asked } = merge(sides, conflict.chosen);
  if (asked.length > 0) return null;
  const version = Number(conflict.current["version"] ?? 0);
  const own = yielded(item, keptReceipt(conflict));
  const times = ownTimes(body, answers);
  const isTheirs = saysAll(sides.theirs, answers);
  const said = { ...body, answers, ...(times && { times }), ...(isTheirs && { by: conflict.savedBy }) };
  const isChosen = Object.keys(conflict.chosen ?? {}).length > 0;
  const again = isTheirs && !isChosen ? [] : [insisted({ ...item, body: said }, id)];
  return {
    sheet: {
      ...{ visitId, groupCode: body.groupCode, version, answers, base: sides.theirs },
      ...(times && { times }),
    },
    put: conflict.kept ? [own, ...again] : again.length > 0 ? again : [own],
    drop: conflict.kept || again.length === 0 ? [] : [item.id],
  };
}
