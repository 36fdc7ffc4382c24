import { Prisma } from "@/generated/prisma/client";
import type { Procedure, ProcedureName } from "@/lib/catalogue/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { loadLaws } from "@/lib/legal/queries";

type Row = Omit<Procedure, "since" | "replacedBy" | "decision"> & {
  since: Date;
  replacedBy: string | null;
  lawId: string;
};

/** Every procedure that decisions published by a day, in the order of fields and codes; or those of these ids. */
export async function loadProcedures(tx: Tx, on: PlainDate, ids?: readonly string[]): Promise<Procedure[]> {
  const which = ids ? Prisma.sql`where p.procedure_id = any(${[...ids]}::uuid[])` : Prisma.empty;
  const rows = await tx.$queryRaw<Row[]>`
    select p.procedure_id::text as id, p.code, p.name, p.field, p.levels, p.decides, p.performs, p.shared, p.no_case as "noCase",
      p.internal, p.since, p.ended, p.replaced_by::text as "replacedBy", c.legal_document_id::text as "lawId"
    from procedures_on(${on}::date) p join legal_change c on c.id = p.change_id ${which}
    order by p.internal, p.field, p.code nulls last, p.name, p.procedure_id`;
  const laws = await loadLaws(tx);
  const names = await loadProcedureNames(
    tx,
    rows.flatMap(({ replacedBy }) => replacedBy ?? []),
  );
  return rows.flatMap(({ since, replacedBy, lawId, ...row }) => {
    const law = laws[lawId];
    const by = replacedBy === null ? undefined : names.get(replacedBy);
    return law
      ? {
          ...row,
          ...{ since: fromDatabase(since), decision: { id: lawId, ...law } },
          replacedBy: replacedBy !== null && by ? { id: replacedBy, ...by } : null,
        }
      : [];
  });
}

/** How these procedures are named by what was released of them last; by a draft, or by what was undone, where nothing else names them. */
export async function loadProcedureNames(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, ProcedureName>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<(ProcedureName & { id: string })[]>`
    select distinct on (n.procedure_id) n.procedure_id::text as id, n.name,
      coalesce(n.code, max(n.code) over (partition by n.procedure_id)) as code
    from (
      select r.procedure_id, r.name, r.code, c.released_at, c.released_at is not null and c.undone_at is null as stands, r.position
      from procedure_row r join legal_change c on c.id = r.change_id
      union all select p.procedure_id, '', p.code, null, false, 0 from procedure_replacement p
    ) n where n.procedure_id = any(${[...new Set(ids)]}::uuid[])
    order by n.procedure_id, n.name = '', n.stands desc, n.released_at desc nulls last, n.position desc`;
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/** Every procedure as it stands on a day. */
export async function listProcedures(viewer: Viewer, on: PlainDate): Promise<Procedure[]> {
  return may(viewer, "catalogue.read") ? asViewer(viewer, (tx) => loadProcedures(tx, on)) : [];
}
