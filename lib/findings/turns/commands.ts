import { loadPartiality } from "@/lib/findings/turns/queries";
import { allows, stageOf } from "@/lib/findings/turns/rules";
import type { Act, FindingCounts } from "@/lib/findings/turns/types";
import type { Severity } from "@/lib/findings/types";
import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Acting } from "@/lib/journal/commands";
import type { OfFinding } from "@/lib/journal/events/findings/types";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { Told } from "@/lib/journal/events/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { refuse, Refused } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";

/** A finding as it stands while this transaction holds it. */
export type Turn = FindingCounts & {
  findingId: string;
  agencyId: string;
  severity: Severity;
  raisedOn: PlainDate;
  /** The number of turns taken: what a form was made from, and what tells a stale save. */
  turns: number;
  /** The last answer and the last claim, where there is one. */
  answerId: string | null;
  answeredOn: PlainDate | null;
  claimId: string | null;
  claimSince: PlainDate | null;
  stopStartsOn: PlainDate | null;
  lastStopEndsOn: PlainDate | null;
  /** Since when it has been seen corrected, and by which visit first. */
  correctedOn: PlainDate | null;
  correctedVisit: string | null;
};

async function loadTurn(tx: Tx, findingId: string, on: PlainDate): Promise<Turn | null> {
  const rows = await tx.$queryRaw<Turn[]>`
    select f.id as "findingId", f.agency_id as "agencyId", f.severity::text as severity, f.raised_on::text as "raisedOn",
      k.answers, k.returns, k.claims, k.refusals, k.stops, k.ended, k.turns, c.finding_id is not null as closed,
      b.corrected_on is not null as corrected, b.corrected_on::text as "correctedOn", b.corrected_visit as "correctedVisit",
      w.id as "answerId", w.answered_on::text as "answeredOn",
      m.id as "claimId", m.since::text as "claimSince",
      (select s.starts_on::text from finding_stop s where s.finding_id = f.id and s.ends_on is null) as "stopStartsOn",
      (select max(s.ends_on)::text from finding_stop s where s.finding_id = f.id) as "lastStopEndsOn"
    from finding f join finding_course k on k.finding_id = f.id left join finding_closure c on c.finding_id = f.id
      left join finding_clock(${on}::date) b on b.finding_id = f.id
      left join lateral (select id, answered_on from finding_answer a where a.finding_id = f.id and a.cancellation_id is null order by number desc limit 1) w on true
      left join lateral (select id, since from finding_claim m where m.finding_id = f.id and m.cancellation_id is null order by number desc limit 1) m on true
    where f.id = ${findingId}::uuid`;
  return rows[0] ?? null;
}

/**
 * Takes a turn with a finding: holds it, and lets the act through only for whom it is, at the stage where it belongs, and from a form
 * that knew everything.
 */
export async function takeTurn(
  { tx, viewer, today, right }: Acting,
  act: Act,
  { findingId, version }: { findingId: string; version: number },
): Promise<Turn> {
  await lock(tx, "finding", findingId);
  const turn = await loadTurn(tx, findingId, today);
  if (!turn || !mayFor(viewer, right, turn.agencyId)) refuse("not-yours");
  if (await loadPartiality(tx, viewer, turn.agencyId, today)) refuse("own-agency");
  if (turn.closed) refuse("already-done");
  if (!allows(stageOf(turn), act, turn.severity)) refuse("finding-turn");
  if (version !== turn.turns) throw new Refused(await changedSinceRead(tx, "finding", findingId));
  return turn;
}

type Held = Pick<Turn, "findingId" | "agencyId" | "closed">;

/** The same for a question or an answer, which nobody has to wait for a turn with. */
export async function holdFinding({ tx, viewer, today, right }: Acting, findingId: string): Promise<Held> {
  await lock(tx, "finding", findingId);
  const row = await tx.finding.findUnique({
    where: { id: findingId },
    select: { agencyId: true, closure: { select: { findingId: true } } },
  });
  if (!row || !mayFor(viewer, right, row.agencyId)) refuse("not-yours");
  if (await loadPartiality(tx, viewer, row.agencyId, today)) refuse("own-agency");
  return { findingId, agencyId: row.agencyId, closed: row.closure !== null };
}

/** What happened to a finding, for its agency's history. */
export const told = <Name extends keyof OfFinding>(
  { findingId, agencyId }: Held,
  action: Name,
  content: OfFinding[Name],
): Told<"finding", Name> => ({ chain: agencyId, entity: "finding", entityId: findingId, action, content });
