import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { longestRecorders } from "@/lib/visits/groups/rules";
import { largestPhoto, longestCaption, mostPhotos, unnamed } from "@/lib/visits/photos/rules";
import { outcomes, type AnswerText } from "@/lib/checklists/types";
import { fileNameOf } from "@/lib/files/rules";
import { recheckOutcomes } from "@/lib/findings/rechecks/types";
import { isId } from "@/lib/kernel/ids";
import { clean, oneLine } from "@/lib/kernel/text";
import type { Handed, ToldPhoto, ToldRecheck, ToldSheet } from "@/lib/offline/handover/types";
import type { RecheckDraft, SheetAnswers } from "@/lib/offline/types";

/** As long as the server takes them. */
const longest = { note: 4000, name: 300, names: longestRecorders };
const largestVersion = 1_000_000;
/** So many files a phone makes of one visit: a higher count would make all that it says later look old. */
const mostTurns = 1000;
/** SHA-256 of no bytes at all. */
const ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** The file says what no phone of ours can have recorded: nothing of it is taken in. */
export class Unsound extends Error {
  override readonly name = "Unsound";
}

export type Fields = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sound<T>(value: T | null | undefined | false): T {
  if (value === null || value === undefined || value === false) throw new Unsound();
  return value;
}

const cleaned = (value: unknown, most: number, form = clean): string => {
  const text = typeof value === "string" ? form(value) : null;
  return sound(text !== null && text.length <= most ? text : null);
};

const count = (value: unknown, least: number, most: number): number =>
  sound(
    typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most
      ? value
      : null,
  );

const fields = (value: unknown): Fields => sound(isRecord(value) ? value : null);

/** A list of things, each of which is there once. */
function listOf(value: unknown, keyOf: (each: Fields) => unknown): Fields[] {
  const all = sound(Array.isArray(value) ? (value as unknown[]) : null).map(fields);
  sound(new Set(all.map(keyOf)).size === all.length);
  return all;
}

const draftIn = ({ outcome, note }: Fields): RecheckDraft => ({
  outcome: outcome === null ? null : sound(recheckOutcomes.find((each) => each === outcome)),
  note: cleaned(note, longest.note),
});

const answerIn = ({ outcome, note }: Fields): AnswerText => ({
  outcome: sound(outcomes.find((each) => each === outcome)),
  note: cleaned(note, longest.note),
});

/** What is not asked here falls away: the other phone may have taken another checklist along. */
const answersIn = (value: unknown, codes: readonly string[]): SheetAnswers =>
  Object.fromEntries(
    Object.entries(fields(value)).flatMap(([code, said]) =>
      codes.includes(code) ? [[code, answerIn(fields(said))]] : [],
    ),
  );

function sheetsIn(value: unknown, { checklist }: PackedVisit): ToldSheet[] {
  return listOf(value, ({ groupCode }) => groupCode).flatMap((sheet): ToldSheet[] => {
    const groupCode = checklist.groups.find(({ code }) => code === sheet["groupCode"])?.code;
    if (groupCode === undefined) return [];
    const codes = checklist.questions.flatMap((each) => (each.groupCode === groupCode ? [each.code] : []));
    return [
      {
        groupCode,
        version: count(sheet["version"], 0, largestVersion),
        base: answersIn(sheet["base"], codes),
        answers: answersIn(sheet["answers"], codes),
        ...("by" in sheet && { by: cleaned(sheet["by"], longest.names, oneLine) }),
      },
    ];
  });
}

/** A finding that is not taken along here any more stays with the phone that saw it, which sends it itself. */
function rechecksIn(value: unknown, { openBefore }: PackedVisit): ToldRecheck[] {
  return listOf(value, ({ findingId }) => findingId).flatMap((seen): ToldRecheck[] => {
    const findingId = openBefore.find(({ id }) => id === seen["findingId"])?.id;
    if (findingId === undefined) return [];
    const version = count(seen["version"], 0, largestVersion);
    const base = seen["base"] === null ? null : draftIn(fields(seen["base"]));
    return [{ findingId, version, ...draftIn(seen), base }];
  });
}

type Sized = ToldPhoto & { size: number };

function photoIn(each: Fields, { checklist }: PackedVisit): Sized {
  const { id, sha256, questionCode } = each;
  return {
    id: sound(isId(id) && id),
    questionCode: sound(checklist.questions.find(({ code }) => code === questionCode)).code,
    sha256: sound(
      typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256) && sha256 !== ofNothing && sha256,
    ),
    fileName: fileNameOf(cleaned(each["fileName"], longest.note), unnamed),
    caption: cleaned(each["caption"], longestCaption),
    size: count(each["size"], 0, largestPhoto),
  };
}

/** Pictures with their sizes: each once, and of no question more than it may have. */
function photosIn(value: unknown, visit: PackedVisit): Sized[] {
  const photos = listOf(value, ({ questionCode, sha256 }) => `${String(questionCode)} ${String(sha256)}`).map(
    (each) => photoIn(each, visit),
  );
  sound(new Set(photos.map(({ id }) => id)).size === photos.length);
  const of = (code: string): number => photos.filter(({ questionCode }) => questionCode === code).length;
  sound(photos.every(({ questionCode }) => of(questionCode) <= mostPhotos));
  return photos;
}

export type Said = Omit<Handed, "photos"> & { photos: readonly Sized[] };

/** What the manifest of a file says, in the shapes and within the bounds of what a phone records; else it is unsound. */
export function saidIn(manifest: unknown, visit: PackedVisit): Said {
  const { phone, turn, name, madeAt, sheets, rechecks, photos } = fields(manifest);
  return {
    phone: sound(isId(phone) && phone),
    turn: count(turn, 1, mostTurns),
    name: cleaned(name, longest.name, oneLine),
    madeAt: sound(
      typeof madeAt === "string" && madeAt.length <= 40 && !Number.isNaN(Date.parse(madeAt)) && madeAt,
    ),
    sheets: sheetsIn(sheets, visit),
    rechecks: rechecksIn(rechecks, visit),
    photos: photosIn(photos, visit),
  };
}
