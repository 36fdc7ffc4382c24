import type { PackedVisit } from "@/lib/audits/field/types";
import { contentOf, parsed, readContent } from "@/lib/audits/imports/rules";
import { largestPhoto } from "@/lib/audits/photos/rules";
import { outcomes, type AnswerText } from "@/lib/audits/types";
import { recheckOutcomes } from "@/lib/findings/rechecks/types";
import type { Fault, Handed, ToldPhoto, ToldRecheck, ToldSheet } from "@/lib/offline/handover/types";
import { hexOf } from "@/lib/offline/picture";
import type { RecheckDraft, SheetAnswers } from "@/lib/offline/types";

const mebibyte = 1024 * 1024;
/** What a phone reads at all: it is in memory twice while it is opened. */
export const largestFile = 50 * mebibyte;
/** How much of photographs goes into a file; the rest is for words and the seal. */
export const mostPictures = 46 * mebibyte;

const kind = "nenep-handover";
const edition = 1;
const longestHeader = 512;
const ivLength = 12;
const newline = 0x0a;
const aes = "AES-GCM";

/** A picture with its bytes; none where the server has it already. */
export type Picture = { photo: ToldPhoto; bytes: Uint8Array<ArrayBuffer> };

/** What seals the files of a visit: its team's key, and which key of the site that one was made from. */
export type Seal = { visitId: string; keyId: string; key: string };

/** The seal that came with the pack; null where an older site made it. */
export const sealOf = ({ id, handKey }: PackedVisit, keyId: string | undefined): Seal | null =>
  handKey && keyId ? { visitId: id, keyId, key: handKey } : null;

const aesKey = (hex: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    "raw",
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
    aes,
    false,
    ["encrypt", "decrypt"],
  );

/**
 * One file: in clear on a line of its own which visit and which key it is of, then under the key of the visit's team, with
 * AES-256-GCM that covers the line too, what the phone says and the pictures in their order.
 */
export async function written(
  { visitId, keyId, key }: Seal,
  handed: Omit<Handed, "photos">,
  pictures: readonly Picture[],
): Promise<Blob> {
  const line = new TextEncoder().encode(`${JSON.stringify({ kind, edition, keyId, visitId })}\n`);
  const photos = pictures.map(({ photo, bytes }) => ({ ...photo, size: bytes.length }));
  const content = contentOf(
    { ...handed, photos },
    pictures.map(({ bytes }) => bytes),
  );
  // One key seals many files: each has a beginning of its own, drawn by chance.
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const sealed = await crypto.subtle.encrypt(
    { name: aes, iv, additionalData: line },
    await aesKey(key),
    content,
  );
  return new Blob([line, iv, sealed]);
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands in clear, and where it ends; null where the file is none of these. */
async function headOf(file: Blob): Promise<{ header: Fields; end: number } | null> {
  const bytes = new Uint8Array(await file.slice(0, longestHeader).arrayBuffer());
  const end = bytes.indexOf(newline) + 1;
  const header = end > 0 ? parsed(bytes.subarray(0, end)) : undefined;
  return isRecord(header) && header["kind"] === kind ? { header, end } : null;
}

function faultIn(header: Fields, { visitId, keyId }: Seal): Fault | null {
  if (header["edition"] !== edition) return "edition";
  if (header["visitId"] !== visitId) return "another";
  return header["keyId"] === keyId ? null : "key";
}

export type Opened = { handed: Handed; pictures: readonly Picture[] };

/** What a file of this visit holds, or why it cannot be taken in. Nothing is read of one that is too large. */
export async function read(file: Blob, visit: PackedVisit, seal: Seal): Promise<Opened | Fault> {
  if (file.size > largestFile) return "tooLarge";
  try {
    const head = await headOf(file);
    if (!head) return "foreign";
    return faultIn(head.header, seal) ?? (await opened(file, head.end, visit, seal)) ?? "altered";
  } catch {
    return "altered";
  }
}

async function opened(file: Blob, end: number, visit: PackedVisit, { key }: Seal): Promise<Opened | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [line, iv, sealed] = [
    bytes.subarray(0, end),
    bytes.subarray(end, end + ivLength),
    bytes.subarray(end + ivLength),
  ];
  const under = { name: aes, iv, additionalData: line };
  const content = readContent(new Uint8Array(await crypto.subtle.decrypt(under, await aesKey(key), sealed)));
  return content && said(content.manifest, content.photographs, visit);
}

const isText = (value: unknown, longest = 4000): value is string =>
  typeof value === "string" && value.length <= longest;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const listIn = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const isAnswer = (value: unknown): value is AnswerText =>
  isRecord(value) && outcomes.some((each) => each === value["outcome"]) && isText(value["note"]);

const isDraft = (value: unknown): value is RecheckDraft =>
  isRecord(value) &&
  [...recheckOutcomes, null].some((each) => each === value["outcome"]) &&
  isText(value["note"]);

const answersIn = (value: unknown, codes: readonly string[]): SheetAnswers =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).flatMap(([code, said]) =>
      codes.includes(code) && isAnswer(said) ? [[code, { outcome: said.outcome, note: said.note }]] : [],
    ),
  );

const sheetsIn = (value: unknown, { checklist }: PackedVisit): ToldSheet[] =>
  checklist.groups.flatMap(({ code: groupCode }): ToldSheet[] => {
    const sheet = listIn(value).find((each) => each["groupCode"] === groupCode);
    if (!sheet || !isCount(sheet["version"])) return [];
    const codes = checklist.questions.flatMap((each) => (each.groupCode === groupCode ? [each.code] : []));
    const [base, answers] = [answersIn(sheet["base"], codes), answersIn(sheet["answers"], codes)];
    return [{ groupCode, version: sheet["version"], base, answers }];
  });

/** A finding that is not taken along here any more stays with the phone that saw it, which sends it itself. */
const rechecksIn = (value: unknown, { openBefore }: PackedVisit): ToldRecheck[] =>
  openBefore.flatMap(({ id: findingId }): ToldRecheck[] => {
    const { version, base, ...seen } = listIn(value).find((each) => each["findingId"] === findingId) ?? {};
    if (!isDraft(seen) || !isCount(version)) return [];
    const { outcome, note } = seen;
    return [{ findingId, version, outcome, note, base: isDraft(base) ? base : null }];
  });

type Sized = ToldPhoto & { size: number };

const photosIn = (value: unknown, { checklist }: PackedVisit): Sized[] =>
  listIn(value).flatMap((each): Sized[] => {
    const { id, questionCode, sha256, fileName, caption, size } = each as Sized;
    const known = checklist.questions.some(({ code }) => code === questionCode);
    const isPhoto = isText(id, 36) && isText(fileName) && isText(caption) && isText(sha256, 64);
    return known && isPhoto && isCount(size) && size <= largestPhoto
      ? [{ id, questionCode, sha256, fileName, caption, size }]
      : [];
  });

/** What a manifest says in the shapes that are known here; null where a picture is not the one that it names. */
async function said(
  manifest: unknown,
  photographs: Uint8Array<ArrayBuffer>,
  visit: PackedVisit,
): Promise<Opened | null> {
  if (!isRecord(manifest)) return null;
  const { phone, turn, name, madeAt } = manifest;
  if (!isText(phone, 36) || !isCount(turn) || !isText(name) || !isText(madeAt)) return null;
  const sized = photosIn(manifest["photos"], visit);
  const pictures: Picture[] = [];
  let at = 0;
  for (const { size, ...photo } of sized) {
    const bytes = photographs.slice(at, at + size);
    if (size > 0 && (await hexOf(bytes.buffer)) !== photo.sha256) return null;
    pictures.push({ photo, bytes });
    at += size;
  }
  if (at !== photographs.length) return null;
  const photos = pictures.map(({ photo }) => photo);
  const [sheets, rechecks] = [sheetsIn(manifest["sheets"], visit), rechecksIn(manifest["rechecks"], visit)];
  return { handed: { phone, turn, name, madeAt, sheets, rechecks, photos }, pictures };
}
