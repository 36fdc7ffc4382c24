import type { Displacement, SavedEntry, Words } from "@/lib/visits/sealed/displaced/types";
import type { Value } from "@/lib/journal/types";

type Fields = Readonly<Record<string, Value>>;

const fieldsOf = (value: Value | undefined): Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};

const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");

const wordsIn = (value: Value | undefined): Record<string, Words> =>
  Object.fromEntries(
    Object.entries(fieldsOf(value)).map(([code, said]) => {
      const { outcome, note } = fieldsOf(said);
      return [code, { outcome: textOf(outcome), note: textOf(note) }];
    }),
  );

type Entry = Pick<SavedEntry, "id" | "actorId" | "at"> & { entityId: string; actorName: string };

/** An entry that saved a clause group. */
export function groupIn({ entityId, actorName, ...entry }: Entry, content: Fields): SavedEntry {
  const handed = textOf(content["by"]);
  return {
    ...entry,
    visitId: entityId,
    by: handed || actorName,
    isHanded: handed !== "",
    part: textOf(content["group"]),
    isRecheck: false,
    said: wordsIn(content["answers"]),
    before: content["signed"] === true ? wordsIn(content["answersBefore"]) : null,
  };
}

/** An entry that saved what a visit saw of an earlier finding. */
export function recheckIn({ entityId, actorName, ...entry }: Entry, content: Fields): SavedEntry {
  const was = { outcome: textOf(content["outcomeBefore"]), note: textOf(content["noteBefore"]) };
  return {
    ...entry,
    visitId: textOf(content["visit"]),
    by: actorName,
    isHanded: false,
    part: entityId,
    isRecheck: true,
    said: { [entityId]: { outcome: textOf(content["outcome"]), note: textOf(content["note"]) } },
    before: content["signed"] === true ? (was.outcome === "" ? {} : { [entityId]: was }) : null,
  };
}

const same = (a: Words | undefined, b: Words): boolean => a?.outcome === b.outcome && a.note === b.note;

const saysNothing = ({ outcome, note }: Words): boolean => outcome === "not_checked" && note.trim() === "";

/** Whoever signed otherwise than they had sent changed their mind; words of others that their phone sent for them are not theirs. */
const isOwn = (author: SavedEntry, signed: SavedEntry): boolean =>
  author.actorId === signed.actorId && !author.isHanded;

/**
 * What signed minutes displaced of somebody else, of entries in the order in which they were written. Its author is who last gave the
 * question that answer: whoever sent it along unchanged with a clause group is not.
 */
export function displacements(entries: readonly SavedEntry[]): Displacement[] {
  const last = new Map<string, { words: Words; author: SavedEntry }>();
  const found = new Map<bigint, Displacement>();
  for (const entry of entries) {
    const keyOf = (code: string): string => `${entry.visitId} ${code}`;
    for (const [code, words] of Object.entries(entry.before ?? {})) {
      const author = last.get(keyOf(code))?.author;
      if (!author || isOwn(author, entry) || saysNothing(words)) continue;
      const { visitId, id, at, by, actorId, part, isRecheck } = author;
      const said = { ...found.get(id)?.said, [code]: words };
      found.set(id, { visitId, receiptNo: id, at, by, actorId, part, isRecheck, said });
    }
    for (const [code, words] of Object.entries(entry.said))
      if (!same(last.get(keyOf(code))?.words, words)) last.set(keyOf(code), { words, author: entry });
  }
  return [...found.values()];
}
