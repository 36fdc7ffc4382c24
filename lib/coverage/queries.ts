import { Prisma } from "@/generated/prisma/client";
import { loadProcedureNames, loadProcedures } from "@/lib/catalogue/queries";
import type { AgencyCoverage, CarryingDocument, Coming, Coverage } from "@/lib/coverage/types";
import { agencyParameter } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { groupBy } from "@/lib/kernel/collections";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";

/** Texts `r` that are in force on a day, of documents in use then. */
const inForce = (on: PlainDate): Prisma.Sql => Prisma.sql`
  r.cancellation_id is null and r.approved_on is not null and r.effective_on <= ${on}::date
  and (r.obsolete_on is null or r.obsolete_on > ${on}::date)
  and not exists (select 1 from document_withdrawal w
    where w.document_id = r.document_id and w.cancellation_id is null and w.withdrawn_on <= ${on}::date)`;

/** Which documents in force on a day carry each procedure, of one agency; by the procedure's id. */
async function loadCarrying(
  tx: Tx,
  agencyId: string,
  on: PlainDate,
): Promise<Map<string, CarryingDocument[]>> {
  const rows = await tx.$queryRaw<(CarryingDocument & { procedureId: string })[]>`
    select k.procedure_id::text as "procedureId", d.id::text as id, d.code
    from carried_procedure k join document_revision r on r.id = k.revision_id join controlled_document d on d.id = r.document_id
    where k.agency_id = ${agencyId}::uuid and ${inForce(on)}
    order by d.code, d.id`;
  return groupBy(rows, ({ procedureId }) => procedureId);
}

/** The procedures that an agency handles on a day, since when each. */
export async function loadHandled(tx: Tx, agencyId: string, on: PlainDate): Promise<Map<string, PlainDate>> {
  const day = toDatabase(on);
  const rows = await tx.handledProcedure.findMany({
    where: { agencyId, since: { lte: day }, OR: [{ until: null }, { until: { gt: day } }] },
    select: { procedureId: true, since: true },
  });
  return new Map(rows.map(({ procedureId, since }) => [procedureId, fromDatabase(since)]));
}

/** The ids of the procedures that an agency handles on a day; none where it is not the viewer's to see. */
export async function listHandled(viewer: Viewer, agencyId: string, on: PlainDate): Promise<string[]> {
  const only = agencyParameter(viewer, "coverage.read");
  if (only !== null && only !== agencyId) return [];
  return asViewer(viewer, async (tx) => [...(await loadHandled(tx, agencyId, on)).keys()]);
}

/** What an agency said it begins or ends to handle after a day, the next first. */
async function loadComing(tx: Tx, agencyId: string, on: PlainDate): Promise<Coming[]> {
  const day = toDatabase(on);
  const rows = await tx.handledProcedure.findMany({
    where: { agencyId, OR: [{ since: { gt: day } }, { until: { gt: day } }] },
  });
  const names = await loadProcedureNames(
    tx,
    rows.map(({ procedureId }) => procedureId),
  );
  const coming = rows.flatMap(({ procedureId: id, since, until }): Coming[] => {
    const named = { id, ...(names.get(id) ?? { code: null, name: "–" }) };
    const begins = since > day ? [{ ...named, kind: "begins" as const, on: fromDatabase(since) }] : [];
    return until ? [...begins, { ...named, kind: "ends" as const, on: fromDatabase(until) }] : begins;
  });
  const order = ({ on: day, id }: Coming): string => `${day} ${id}`;
  return coming.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** What an agency handles on a day and what its documents carry; null where the agency is not the viewer's to see. */
export async function findCoverage(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
): Promise<Coverage | null> {
  const only = agencyParameter(viewer, "coverage.read");
  if (only !== null && only !== agencyId) return null;
  return asViewer(viewer, async (tx) => {
    const handled = await loadHandled(tx, agencyId, on);
    const carrying = await loadCarrying(tx, agencyId, on);
    const procedures = await loadProcedures(tx, on, [...new Set([...handled.keys(), ...carrying.keys()])]);
    return {
      handled: procedures.flatMap((each) => {
        const handledSince = handled.get(each.id);
        return handledSince && !each.ended
          ? { ...each, handledSince, documents: carrying.get(each.id) ?? [] }
          : [];
      }),
      dead: procedures.flatMap((each) => {
        const documents = carrying.get(each.id) ?? [];
        return documents.length > 0 && (each.ended || !handled.has(each.id)) ? { ...each, documents } : [];
      }),
      coming: await loadComing(tx, agencyId, on),
    };
  });
}

/** The same as numbers, of every agency that handles a procedure or whose documents carry one; internal procedures left out. */
export async function listCoverage(viewer: Viewer, on: PlainDate): Promise<AgencyCoverage[]> {
  if (!may(viewer, "coverage.list")) return [];
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<AgencyCoverage[]>`
      with known as materialized (select procedure_id, ended, internal from procedures_on(${on}::date)),
      carried as materialized (
        select distinct k.agency_id, k.procedure_id
        from carried_procedure k join document_revision r on r.id = k.revision_id
        where ${inForce(on)}
      ), handled as (
        select h.agency_id, h.procedure_id from handled_procedure h
        where h.since <= ${on}::date and (h.until is null or h.until > ${on}::date)
      )
      select coalesce(h.agency_id, c.agency_id)::text as "agencyId",
        count(*) filter (where h.agency_id is not null and not k.ended)::int as total,
        count(*) filter (where h.agency_id is not null and not k.ended and c.agency_id is not null)::int as covered,
        count(*) filter (where c.agency_id is not null and (k.ended or h.agency_id is null))::int as dead
      from handled h full join carried c on c.agency_id = h.agency_id and c.procedure_id = h.procedure_id
        join known k on k.procedure_id = coalesce(h.procedure_id, c.procedure_id) and not k.internal
      group by 1 order by 1`,
  );
}
