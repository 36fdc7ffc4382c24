import { keepingSince, tooMuchKept, type Keeping } from "@/lib/visits/delivery/limits";
import type { Delivered, Item } from "@/lib/visits/delivery/types";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { change, receiptAgain, record } from "@/lib/journal/entries/commands";
import { canonical } from "@/lib/journal/rules";
import type { Receipt, Value } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";
import { isId } from "@/lib/kernel/ids";
import { problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Refusal, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";
import { lock } from "@/lib/platform/locks";
import { sha256Hex } from "@/lib/platform/hash";

/** SHA-256 of a message's canonical text: what "the same bytes" means. */
export const fingerprintOfMessage = (message: Value): string => sha256Hex(canonical(message));

export const delivered = (receipt: Receipt, version: number): Delivered => ({ ...receipt, version });

type Known = { sha256: string; accepted: boolean; version: number; receiptNo: bigint; receivedAt: Date };

const knownUnder = (tx: Tx, viewer: Viewer, id: string): Promise<Known[]> =>
  tx.fieldDelivery.findMany({
    where: { id, receivedBy: viewer.accountId ?? "" },
    select: { sha256: true, accepted: true, version: true, receiptNo: true, receivedAt: true },
  });

const insert = (tx: Tx, viewer: Viewer, item: Item, accepted: boolean, { version, number }: Delivered) =>
  tx.$executeRaw`insert into field_delivery (id, sha256, visit_id, agency_id, subject, accepted, version, receipt_no, recorded_at, clock_fast, received_by)
    select ${item.id}::uuid, ${item.sha256}, v.id, v.agency_id, ${item.subject}, ${accepted}, ${version}, ${BigInt(number)},
      ${item.recordedAt}, ${item.clockFast ?? null}, ${viewer.accountId}::uuid
    from visit v where v.id = ${item.visitId}::uuid on conflict (id, sha256) do nothing`;

type Message = { readonly [key: string]: Value };

/** What is kept with an item that comes too late, beside its words: its part of the entry; or why it is not kept at all. */
export type KeepWith = (tx: Tx, agencyId: string) => Promise<Result<Message>>;

/** After the seal only what says the same as what stands has its receipt; anything else has come too late. */
export const saidBefore = (result: Result<Delivered>): Result<Delivered> =>
  result.ok ? result : refused(problem("visit-final"));

const isLate = ({ problems }: Refusal): boolean => problems.some(({ code }) => code === "visit-final");

const late = (viewer: Viewer): Refusal => ({
  ...conflicting({ current: {}, savedBy: viewer.name, savedAt: formatInstant(now()), late: true }),
  problems: [problem("visit-final")],
});

/**
 * Does what a device sends of a visit. Whoever left its team before any of it arrived joins it again by that, as everybody whom the
 * minutes name, and history says so; from an office page nobody does.
 */
export async function workOfTeam<Value>(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  work: (tx: Tx) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const taken = await work(tx);
  if (taken.ok || !taken.problems.some(({ code }) => code === "not-in-team") || !isId(visitId)) return taken;
  const [row] = await tx.$queryRaw<{ agencyId: string | null }[]>`
    select v.agency_id as "agencyId" from visit v
    where v.id = ${visitId}::uuid and join_team_again(v.id, ${viewer.personId}::uuid)`;
  if (!row?.agencyId) return taken;
  const again = await work(tx);
  if (again.ok)
    await record(tx, viewer, {
      ...{ chain: row.agencyId, entity: "visit", entityId: visitId },
      ...{ action: "team-joined-again", content: { name: viewer.name } },
    });
  return again;
}

type Beside = { keepWith?: KeepWith | undefined; tell?: (tx: Tx) => Promise<Partial<Delivered>> };

/** Of most items a device is told nothing but the receipt. */
const tellNothing = (): Promise<Partial<Delivered>> => Promise.resolve({});

/**
 * Receives an item of a device once. The same id and bytes get the same receipt, however often they come; other bytes under a
 * known id, what a colleague was faster with, and what arrives after the seal are kept beside what stands.
 */
export async function receive(
  viewer: Viewer,
  item: Item,
  message: Message,
  work: (tx: Tx) => Promise<Result<Delivered>>,
  { keepWith, tell = tellNothing }: Beside = {},
): Promise<Result<Delivered>> {
  const result = await change(viewer, async (tx) => {
    // Copies of one item wait for each other: the second finds what became of the first.
    await lock(tx, "item", item.id);
    const known = await knownUnder(tx, viewer, item.id);
    const same = known.find((each) => each.accepted && each.sha256 === item.sha256);
    if (same)
      return done({
        ...delivered(await receiptAgain(tx, same.receiptNo), same.version),
        ...(await tell(tx)),
      });
    const other = known.find((each) => each.accepted);
    if (other) return otherBytes(other);
    const taken = await workOfTeam(tx, viewer, item.visitId, work);
    if (!taken.ok) return taken;
    await insert(tx, viewer, item, true, taken.value);
    return done({ ...taken.value, ...(await tell(tx)) });
  });
  if (result.ok) return result;
  if (isLate(result)) return keepBeside(viewer, item, message, late(viewer), keepWith);
  return result.conflict ? keepBeside(viewer, item, message, result) : result;
}

const otherBytes = ({ version, receivedAt }: Known): Refusal =>
  conflicting({
    current: { version: String(version) },
    savedBy: "–",
    savedAt: formatInstant(receivedAt),
  });

/** What could not be accepted is not thrown away: it stands in the history under the receipt that goes back with the refusal. */
async function keepBeside(
  viewer: Viewer,
  item: Item,
  message: Message,
  refusal: Refusal,
  keepWith?: KeepWith,
): Promise<Refusal> {
  const kept = await keep(viewer, item, message, refusal, keepWith);
  if (!kept.ok) return kept;
  const { number, at } = kept.value;
  return refusal.conflict
    ? { ...refusal, conflict: { ...refusal.conflict, kept: number, keptAt: formatInstant(at) } }
    : refusal;
}

/** What the history keeps beside records. */
type Place = { entity: "visit" | "account"; entityId: string };

/** Has this person had too much kept there within a day? Asked of one thing after the other. */
export async function keptTooMuch(
  tx: Tx,
  viewer: Viewer,
  { entity, entityId }: Place,
): Promise<Refusal | null> {
  const at = now();
  await lock(tx, "keepings", viewer.accountId ?? "");
  const keepings = await tx.$queryRaw<Keeping[]>`
    select at, length(content) as letters from journal_entry
    where entity = ${entity} and entity_id = ${entityId} and actor_id = ${viewer.accountId}::uuid
      and action in ('item-kept', 'item-put-away') and at > ${keepingSince(at)}`;
  return tooMuchKept(keepings, at);
}

/** Keeps an item once, however often it comes at the same moment: what is kept already is found before anything else is asked. */
async function keep(
  viewer: Viewer,
  item: Item,
  message: Message,
  { conflict }: Refusal,
  keepWith?: KeepWith,
): Promise<Result<Receipt>> {
  return change(viewer, async (tx) => {
    await lock(tx, "item", item.id);
    const kept = (await knownUnder(tx, viewer, item.id)).find((each) => each.sha256 === item.sha256);
    if (kept) return done(await receiptAgain(tx, kept.receiptNo));
    const wait = await keptTooMuch(tx, viewer, { entity: "visit", entityId: item.visitId });
    if (wait) return wait;
    const visit = await tx.visit.findUniqueOrThrow({
      where: { id: item.visitId },
      select: { agencyId: true },
    });
    const more = keepWith ? await keepWith(tx, visit.agencyId) : done({});
    if (!more.ok) return more;
    const receipt = await record(tx, viewer, {
      chain: visit.agencyId,
      action: "item-kept",
      entity: "visit",
      entityId: item.visitId,
      content: {
        subject: item.subject,
        ...message,
        ...more.value,
        recordedAt: item.recordedAt.toISOString(),
        ...(conflict?.late && { late: true }),
      },
    });
    await insert(tx, viewer, item, false, delivered(receipt, 0));
    return done(receipt);
  });
}
