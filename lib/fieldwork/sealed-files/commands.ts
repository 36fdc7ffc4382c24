import { timingSafeEqual } from "node:crypto";

import { deliveries } from "@/lib/fieldwork/deliveries/commands";
import { deliverItem, type Carried } from "@/lib/fieldwork/sealed-files/items/commands";
import {
  countsOf,
  isHeld,
  largestFile,
  linesIn,
  opened,
  parsed,
  partsOf,
  proofFor,
  readContent,
  saysTheSame,
  type Content,
  type Place,
} from "@/lib/fieldwork/sealed-files/rules";
import { header, manifest, place, type ReadHeader } from "@/lib/fieldwork/sealed-files/schema";
import type { ImportLine, PackedItem, Taken } from "@/lib/fieldwork/sealed-files/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer, viewerBroughtInBy } from "@/lib/identity/viewer";
import { change, receiptAgain, record } from "@/lib/journal/entries/commands";
import type { Receipt } from "@/lib/journal/types";
import { provinceChain } from "@/lib/kernel/ids";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";
import { lock } from "@/lib/platform/locks";
import { sha256Hex } from "@/lib/platform/hash";

type Opened = { header: ReadHeader; carried: readonly Carried[]; sha256: string };

/**
 * Brings in what a device could not send: each item is delivered as the person who recorded it, under the id it has on the device,
 * so that the device later gets the same receipts. A file that is not whole, or not that person's, changes nothing.
 */
export async function takeImport(viewer: Viewer, file: Uint8Array<ArrayBuffer>): Promise<Result<Taken>> {
  if (!may(viewer, "imports.take")) return refused(problem("not-yours"));
  const read = await openFile(file);
  if (!read.ok) return read;
  const { header: head, carried, sha256 } = read.value;
  const recorder = await viewerBroughtInBy(viewer, head.accountId);
  if (!recorder) return refused(problem("import-account"));
  const lines = await deliverAll(recorder, carried);
  return writeDown(viewer, { lines, sha256, madeAt: head.madeAt, recorder });
}

/** The whole file is opened and read before anything is done with it. */
async function openFile(file: Uint8Array<ArrayBuffer>): Promise<Result<Opened>> {
  if (file.length > largestFile)
    return refused(problem("file-too-large", undefined, { max: largestFile / 1024 / 1024 }));
  const parts = partsOf(file);
  const head = header.safeParse(parts && parsed(parts.header));
  if (!parts || !head.success) return refused(headProblem(head.error?.issues));
  const key = await findKey(head.data.keyId);
  if (!key) return refused(problem("import-key"));
  const content = await opened(parts, key.privateKey);
  const read = content && readContent(content);
  if (!read) return refused(problem("import-broken"));
  const said = manifest.safeParse(read.manifest);
  if (!said.success) return refused(problem("import-broken"));
  if (!same(said.data.proof, await proofFor(key.proofSecret, head.data.accountId)))
    return refused(problem("import-foreign"));
  const carried = carriedIn(said.data.items, read);
  if (carried?.length !== head.data.items) return refused(problem("import-broken"));
  const sha256 = sha256Hex(file);
  return done({ header: head.data, carried, sha256 });
}

const headProblem = (issues: readonly { message: string }[] | undefined) =>
  problem(issues?.some(({ message }) => message === "import-edition") ? "import-edition" : "import-type");

const findKey = (id: string) =>
  asViewer(systemViewer("export-keys"), (tx) =>
    tx.exportKey.findUnique({ where: { id }, select: { privateKey: true, proofSecret: true } }),
  );

const same = (said: string, expected: string): boolean =>
  said.length === expected.length && timingSafeEqual(Buffer.from(said), Buffer.from(expected));

/** Each item with its photograph; null where the sizes do not add up to what is there. */
function carriedIn(items: readonly PackedItem[], { photographs }: Content): Carried[] | null {
  let at = 0;
  const carried = items.map((item) => {
    const bytes = photographs.subarray(at, at + item.size);
    at += item.size;
    return { item, bytes };
  });
  return at === photographs.length ? carried : null;
}

async function deliverAll(recorder: Viewer, carried: readonly Carried[]): Promise<ImportLine[]> {
  const { there, names, newest } = await asViewer(recorder, async (tx) => ({
    there: await known(tx, recorder, carried),
    names: await agencyNames(tx, carried),
    newest: await newestReceipt(tx),
  }));
  const lines: ImportLine[] = [];
  const missing: Place[] = [];
  for (const each of carried) {
    const line = await deliverOne(recorder, each, { there, newest }, missing);
    lines.push({ ...line, agencyName: names.get(String(each.item.message["visitId"])) ?? null });
  }
  return lines;
}

/** What was received before this file came: ids, and the newest receipt. */
type Before = { there: ReadonlySet<string>; newest: bigint };

async function newestReceipt(tx: Tx): Promise<bigint> {
  const rows = await tx.$queryRaw<{ id: bigint | null }[]>`select max(id) as id from journal_entry`;
  return rows[0]?.id ?? 0n;
}

async function deliverOne(
  recorder: Viewer,
  carried: Carried,
  { there, newest }: Before,
  missing: Place[],
): Promise<ImportLine> {
  const { item } = carried;
  const where = placeOf(item);
  const line = {
    itemId: item.id,
    to: item.to,
    part: where.part,
    agencyName: null,
    recordedAt: where.recordedAt,
    ...(item.clockFast !== undefined && { clockFast: item.clockFast }),
  };
  if (isHeld(where, missing)) {
    missing.push(where);
    return { ...line, result: "held", receiptNo: null, problems: [problem("import-held")] };
  }
  const result = await deliverItem(recorder, carried, there.has(item.id));
  if (!result.ok) missing.push(where);
  return { ...line, ...outcomeOf(result, newest) };
}

type Outcome = Pick<ImportLine, "result" | "receiptNo" | "problems">;

/** What has a receipt of before was there already: under its own id, or because somebody else had brought the same. */
function outcomeOf(result: Result<Receipt>, newest: bigint): Outcome {
  if (result.ok) {
    const { number } = result.value;
    return { result: BigInt(number) <= newest ? "there" : "received", receiptNo: number, problems: [] };
  }
  const kept = result.conflict?.kept ?? null;
  return { result: kept === null ? "refused" : "kept", receiptNo: kept, problems: result.problems };
}

/** What an item is about, as the device orders by it. A photograph is a subject of its own. */
function placeOf({ id, to, message }: PackedItem): Place & { part: string; recordedAt: string | null } {
  const read = place.safeParse(message);
  const { visitId, groupCode, questionCode, findingId, recordedAt } = read.data ?? { visitId: "" };
  const part = groupCode ?? questionCode ?? "";
  const subject = deliveries[to].subject({ id, part, findingId });
  const isWhole = to === "minutes" && typeof message["text"] === "string";
  return { visitId, subject, part, isWhole, recordedAt: recordedAt ?? null };
}

/** Which of them were received before, from the device itself or from another file. */
async function known(tx: Tx, recorder: Viewer, carried: readonly Carried[]): Promise<Set<string>> {
  const rows = await tx.fieldDelivery.findMany({
    where: {
      id: { in: carried.map(({ item }) => item.id) },
      receivedBy: recorder.accountId ?? "",
      accepted: true,
    },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

async function agencyNames(tx: Tx, carried: readonly Carried[]): Promise<Map<string, string>> {
  const day = await today();
  const visits = carried.flatMap(({ item }) => place.safeParse(item.message).data?.visitId ?? []);
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select v.id, s.name from visit v join agency_standing s on s.agency_id = v.agency_id
      and s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to > ${day}::date)
    where v.id = any(${[...new Set(visits)]}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Came = { lines: readonly ImportLine[]; sha256: string; madeAt: Date; recorder: Viewer };

/** One row for what a file came to; brought in again without anything new, it gets the receipt it has. */
const writeDown = (viewer: Viewer, came: Came): Promise<Result<Taken>> =>
  change(viewer, async (tx) => {
    await lock(tx, "import", came.sha256);
    const before = await tx.queueImport.findFirst({
      where: { sha256: came.sha256 },
      orderBy: [{ takenAt: "desc" }, { id: "desc" }],
      select: { id: true, lines: true, receiptNo: true },
    });
    if (before && saysTheSame(linesIn(before.lines), came.lines))
      return done({ ...(await receiptAgain(tx, before.receiptNo)), importId: before.id });
    return done(await insert(tx, viewer, came));
  });

async function insert(tx: Tx, viewer: Viewer, { lines, sha256, madeAt, recorder }: Came): Promise<Taken> {
  const accountId = recorder.accountId ?? "";
  const counts = countsOf(lines);
  const receipt = await record(tx, viewer, {
    chain: provinceChain,
    action: "queue-brought-in",
    entity: "account",
    entityId: accountId,
    content: { name: recorder.name, sha256, madeAt: madeAt.toISOString(), items: lines.length, ...counts },
  });
  const { id } = await tx.queueImport.create({
    data: {
      accountId,
      accountName: recorder.name,
      sha256,
      madeAt,
      counts,
      lines: lines.map((line) => ({ ...line, problems: line.problems.map((each) => ({ ...each })) })),
      takenBy: viewer.accountId ?? "",
      takenName: viewer.name,
      receiptNo: BigInt(receipt.number),
    },
    select: { id: true },
  });
  return { ...receipt, importId: id };
}
