import type { VisitScope } from "@/lib/checklists/types";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { refused, type Refusal } from "@/lib/kernel/result";
import { lock, numberOf } from "@/lib/platform/locks";
import { Prisma } from "@/generated/prisma/client";

export type OpenVisit = VisitScope & {
  id: string;
  agencyId: string;
  checklistId: string;
  plannedOn: PlainDate;
  /** When its programme was approved: nobody can have signed before. */
  approvedOn: PlainDate;
  /** Codes asked in the group that was named, in order. */
  asked: readonly string[];
};

/** A visit as it is found: `final` once it has a result. */
export type LockedVisit = OpenVisit & { final: boolean };

/**
 * The visit of one's own team, locked until the transaction ends: those who record share the lock, who makes it final has it
 * alone. A refusal where it is not the viewer's to record.
 */
export async function lockVisit(
  tx: Tx,
  viewer: Viewer,
  id: string,
  lock: "shared" | "alone",
  groupCode = "",
): Promise<LockedVisit | Refusal> {
  const mine = !isId(id)
    ? undefined
    : lock === "shared"
      ? await readSharing(tx, viewer, id, groupCode)
      : await readAlone(tx, viewer, id);
  return mine ?? refused(problem("not-in-team"));
}

/** The same, and a refusal where it is final. */
export async function lockOpenVisit(...asked: Parameters<typeof lockVisit>): Promise<OpenVisit | Refusal> {
  const visit = await lockVisit(...asked);
  return isRefusal(visit) || !visit.final ? visit : refused(problem("visit-final"));
}

/** In the team of visit `v`. Whoever was of it once is told that it is final, so that what comes too late is kept. */
const ofTeam = ({ personId }: Viewer): Prisma.Sql => Prisma.sql`(
  exists (select 1 from team_member t where t.visit_id = v.id and t.person_id = ${personId}::uuid)
  or exists (select 1 from team_once o join visit_result r on r.visit_id = o.visit_id
    where o.visit_id = v.id and o.person_id = ${personId}::uuid))`;

/**
 * One statement for lock and reading: what it reads cannot change while answers are saved. A result that was written while it
 * waited is caught by the guard of the answers (migration 0011).
 */
async function readSharing(
  tx: Tx,
  viewer: Viewer,
  id: string,
  groupCode: string,
): Promise<LockedVisit | undefined> {
  const [row] = await tx.$queryRaw<LockedVisit[]>`
    select v.id, v.agency_id as "agencyId", v.checklist_id as "checklistId", v.planned_on::text as "plannedOn", p.approved_on::text as "approvedOn",
      v.edition_id as "editionId", v.subordinates, exists (select 1 from visit_result r where r.visit_id = v.id) as final,
      array(select q.code from checklist_question q where q.checklist_id = v.checklist_id and q.group_code = ${groupCode}
        and v.edition_id = any(q.editions) and (v.subordinates or not q.subordinates) order by q.position) as asked
    from visit v join programme p on p.id = v.programme_id and p.approved_on is not null,
      pg_advisory_xact_lock_shared(hashtextextended(${id}, ${numberOf("visit")}::bigint))
    where v.id = ${id}::uuid and ${ofTeam(viewer)}`;
  return row;
}

async function readAlone(tx: Tx, viewer: Viewer, id: string): Promise<LockedVisit | undefined> {
  const [own] = await tx.$queryRaw<unknown[]>`
    select 1 from visit v where v.id = ${id}::uuid and ${ofTeam(viewer)}`;
  if (!own) return undefined;
  await lock(tx, "visit", id);
  return readSharing(tx, viewer, id, "");
}

export const isRefusal = (value: object): value is Refusal => "problems" in value;
