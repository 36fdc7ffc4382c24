import { delivered, fingerprintOfMessage, receive, saidBefore } from "@/lib/visits/delivery/commands";
import type { Delivered, Mark } from "@/lib/visits/delivery/types";
import { isRefusal, lockVisit, type OpenVisit } from "@/lib/visits/recording/queries";
import { recheckForm, type RecheckInput } from "@/lib/visits/rechecks/schema";
import type { Tx } from "@/lib/identity/database";
import { refusalOf } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { commandOf } from "@/lib/journal/commands";
import { change, receiptAgain, record } from "@/lib/journal/entries/commands";
import { formatInstant } from "@/lib/kernel/format";
import { problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";

/**
 * Records what a visit sees of an earlier finding, from an office form. It is evidence and closes nothing: the finding goes on by its
 * own turns. A stale version is refused with what a colleague saved, unless both say the same.
 */
export const recheckFinding = commandOf(
  "audits.record",
  recheckForm,
  (viewer, input: RecheckInput): Promise<Result<Delivered>> =>
    change(viewer, (tx) => saveRecheck(tx, viewer, input)),
);

/** Receives from a device what a visit sees of an earlier finding, once; what is stale or late is kept beside what stands. */
export async function receiveRecheck(
  viewer: Viewer,
  input: RecheckInput,
  mark: Mark,
): Promise<Result<Delivered>> {
  const refusal = refusalOf(viewer, "audits.record", input);
  if (refusal) return refused(refusal);
  const { visitId, findingId, version, outcome, note } = input;
  const message = { finding: findingId, outcome, note };
  const sha256 = fingerprintOfMessage({ ...message, visit: visitId, version });
  return receive(viewer, { ...mark, visitId, subject: `recheck:${findingId}`, sha256 }, message, (tx) =>
    saveRecheck(tx, viewer, input),
  );
}

async function saveRecheck(tx: Tx, viewer: Viewer, input: RecheckInput): Promise<Result<Delivered>> {
  const visit = await lockVisit(tx, viewer, input.visitId, "shared");
  if (isRefusal(visit)) return visit;
  if (!(await isEarlier(tx, visit, input.findingId))) return refused(problem("not-an-id", "findingId"));
  if (visit.final) return saidBefore(await overtaken(tx, input));
  const version = await write(tx, viewer, visit, input);
  if (version === null) return overtaken(tx, input);
  const { findingId, outcome, note } = input;
  const receipt = await record(tx, viewer, {
    chain: visit.agencyId,
    action: "finding-rechecked",
    entity: "finding",
    entityId: findingId,
    content: { visit: visit.id, outcome, note },
  });
  return done(delivered(receipt, version));
}

/**
 * A finding of the same agency from before this visit. It may have been closed since the visit was taken along: what was seen
 * on the spot is received all the same.
 */
async function isEarlier(
  tx: Tx,
  { id, agencyId, plannedOn }: OpenVisit,
  findingId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from finding where id = ${findingId}::uuid
    and agency_id = ${agencyId}::uuid and visit_id <> ${id}::uuid and raised_on < ${plannedOn}::date`;
  return rows.length > 0;
}

/** Takes the next version of a recheck, in one statement; null where somebody was faster. */
async function write(
  tx: Tx,
  viewer: Viewer,
  visit: OpenVisit,
  { findingId, version, outcome, note }: RecheckInput,
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    insert into finding_recheck as r (visit_id, finding_id, agency_id, outcome, note, version, saved_by, saved_at)
    select ${visit.id}::uuid, ${findingId}::uuid, ${visit.agencyId}::uuid, ${outcome}::recheck_outcome, ${note}, 1,
      ${viewer.accountId}::uuid, ${now()}
    where ${version} = 0 or exists (select 1 from finding_recheck where visit_id = ${visit.id}::uuid and finding_id = ${findingId}::uuid)
    on conflict (visit_id, finding_id) do update set outcome = excluded.outcome, note = excluded.note, version = r.version + 1,
      saved_by = excluded.saved_by, saved_at = excluded.saved_at where r.version = ${version}
    returning version`;
  return rows[0]?.version ?? null;
}

/** Somebody saved first. Where that says the same it is as good as saved; otherwise both texts go back, and who wrote the other. */
async function overtaken(
  tx: Tx,
  { visitId, findingId, outcome, note }: RecheckInput,
): Promise<Result<Delivered>> {
  const stored = await tx.findingRecheck.findUnique({
    where: { visitId_findingId: { visitId, findingId } },
    select: { outcome: true, note: true, version: true, savedAt: true },
  });
  const last = await tx.journalEntry.findFirst({
    where: {
      entity: "finding",
      entityId: findingId,
      action: "finding-rechecked",
      content: { contains: `"visit":"${visitId}"` },
    },
    orderBy: { id: "desc" },
    select: { id: true, actorName: true },
  });
  if (stored && last && stored.outcome === outcome && stored.note === note)
    return done(delivered(await receiptAgain(tx, last.id), stored.version));
  return conflicting({
    current: {
      version: String(stored?.version ?? 0),
      ...(stored && { outcome: stored.outcome, note: stored.note }),
    },
    savedBy: last?.actorName ?? "–",
    savedAt: formatInstant(stored?.savedAt ?? now()),
  });
}
