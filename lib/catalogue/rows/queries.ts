import type { Prisma } from "@/generated/prisma/client";
import { loadProcedureNames } from "@/lib/catalogue/queries";
import type { Candidate, ProcedureRow } from "@/lib/catalogue/rows/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabaseOrNull } from "@/lib/kernel/plain-date";

const withReplaced = { replaces: { orderBy: { procedureId: "asc" } } } as const;
type Row = Prisma.ProcedureRowGetPayload<{ include: typeof withReplaced }>;

async function rowsOf(tx: Tx, where: Prisma.ProcedureRowWhereInput): Promise<ProcedureRow[]> {
  const rows = await tx.procedureRow.findMany({
    where,
    orderBy: [{ changeId: "asc" }, { position: "asc" }],
    include: withReplaced,
  });
  const replaced = rows.flatMap(({ replaces }) => replaces.map(({ procedureId }) => procedureId));
  const names = await loadProcedureNames(tx, replaced);
  return rows.map(({ changeId: _, position: __, ...row }: Row) => ({
    ...row,
    ...{ effectiveOn: fromDatabaseOrNull(row.effectiveOn), endsOn: fromDatabaseOrNull(row.endsOn) },
    replaces: row.replaces.flatMap(({ procedureId }) => names.get(procedureId) ?? []),
  }));
}

/** The rows of one change in the order of their file. Drafts are the lead agency's own. */
export async function listRows(viewer: Viewer, changeId: string): Promise<ProcedureRow[]> {
  if (!may(viewer, "catalogue.read")) return [];
  const released = may(viewer, "laws.register")
    ? {}
    : { change: { releasedAt: { not: null }, undoneAt: null } };
  return asViewer(viewer, (tx) => rowsOf(tx, { changeId, ...released }));
}

/** The rows of the draft of a document of law. */
export const loadDraftRows = (tx: Tx, lawId: string): Promise<ProcedureRow[]> =>
  rowsOf(tx, { change: { legalDocumentId: lawId, releasedAt: null } });

/** The rows of a document of law that were released and stand, or are noted. */
export const loadSaidRows = (tx: Tx, lawId: string): Promise<ProcedureRow[]> =>
  rowsOf(tx, { change: { legalDocumentId: lawId, undoneAt: null } });

/**
 * Every procedure that any row names, with each name that it has or had: what a row without a code may mean. What decisions only say is
 * replaced has its code, and no name yet.
 */
export const loadNamed = (tx: Tx): Promise<Candidate[]> =>
  tx.$queryRaw<Candidate[]>`
    select distinct r.procedure_id::text as id, r.name, max(r.code) over (partition by r.procedure_id) as code
    from procedure_row r where r.procedure_id is not null
    union select p.procedure_id::text, '', p.code from procedure_replacement p
    where p.code is not null and not exists (select 1 from procedure_row r where r.procedure_id = p.procedure_id)
    order by 3 nulls last, 2, 1`;

/** What a row without a code may mean. */
export async function listNamed(viewer: Viewer): Promise<Candidate[]> {
  return may(viewer, "laws.register") ? asViewer(viewer, loadNamed) : [];
}
