import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/identity/database";
import { fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { alteringKinds } from "@/lib/legal/changes/rules";
import type { Touched, TouchedProcedure } from "@/lib/legal/touched/types";

const altering: string[] = [...alteringKinds];

/** Are two provisions the same, or one a part of the other? As `touches` in lib/legal/provisions/rules.ts says. */
export const provisionsTouch = (one: Prisma.Sql, other: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (${one} = '' or ${other} = '' or starts_with(${other} || ' ', ${one} || ' ') or starts_with(${one} || ' ', ${other} || ' '))`;

/** Texts in force or approved for a later day, of documents in use: what changes of law may touch. */
const textsInUse = (today: PlainDate): Prisma.Sql => Prisma.sql`
  select r.id, r.document_id from document_revision r
  where r.approved_on is not null and r.cancellation_id is null and (r.obsolete_on is null or r.obsolete_on > ${today}::date)
    and not exists (select 1 from document_withdrawal w where w.document_id = r.document_id and w.cancellation_id is null)`;

/**
 * The procedures that changes touch, each with the reason: the change amends it, publishes it anew, ends or replaces it; or alters a document of law (`via`)
 * on which it rests, by what was last published of it.
 */
const touchedProcedureRows = (today: PlainDate): Prisma.Sql => Prisma.sql`
  select p.change_id, t.procedure_id, t.act, null::uuid as via,
    coalesce(case when p.act = 'ended' then p.ends_on end, p.effective_on, law.in_force_from, law.issued_on) as effective_on
  from procedure_row p join legal_change n on n.id = p.change_id join legal_document law on law.id = n.legal_document_id
    cross join lateral (
      select p.procedure_id, case when p.act = 'ended' then 'ended' else 'amended' end as act
      where p.act <> 'published' or exists (select 1 from procedure_row e join legal_change b on b.id = e.change_id
        where e.procedure_id = p.procedure_id and b.undone_at is null and b.released_at < coalesce(n.released_at, now()))
      union all select o.procedure_id, 'replaced' from procedure_replacement o where o.row_id = p.id
    ) t
  union all
  select a.change_id, s.procedure_id, 'amended', a.to_id, a.effective_on
  from (
    select m.change_id, m.to_id, target.number, min(coalesce(m.effective_on, law.in_force_from)) as effective_on
    from legal_relation m join legal_document law on law.id = m.from_id join legal_document target on target.id = m.to_id
    where m.kind::text = any(${altering}) group by m.change_id, m.to_id, target.number
  ) a join (
    with standing as materialized (
      select s.procedure_id, p.bases from procedures_on(${today}::date) s join procedure_row p on p.id = s.row_id where not s.ended
    )
    select distinct procedure_id, unnest(bases) as number from standing
  ) s on s.number = a.number`;

/**
 * What changes touch, one row for each change and document: a basis of a text, whose provision is altered; or a procedure that the text
 * carries. Where a text says itself on which provisions of that law it rests, that decides.
 */
export const touchedRows = (which: Prisma.Sql, today: PlainDate): Prisma.Sql => Prisma.sql`
  select c.id as change_id, d.id as document_id, d.agency_id, min(t.effective_on) as effective_on
  from (
    select m.change_id, b.revision_id, coalesce(m.effective_on, law.in_force_from) as effective_on
    from legal_relation m join legal_document law on law.id = m.from_id
      join document_basis b on b.legal_document_id = m.to_id
        and ${provisionsTouch(Prisma.sql`m.provision`, Prisma.sql`b.provision`)}
    where m.kind::text = any(${altering})
    union all
    select p.change_id, k.revision_id, p.effective_on
    from (${touchedProcedureRows(today)}) p join carried_procedure k on k.procedure_id = p.procedure_id
    where not exists (select 1 from document_basis b where b.revision_id = k.revision_id and b.legal_document_id = p.via)
  ) t
    join legal_change c on c.id = t.change_id
    join (${textsInUse(today)}) r on r.id = t.revision_id
    join controlled_document d on d.id = r.document_id
  where ${which}
  group by c.id, d.id`;

/** As rows of the database name what is touched, in the order of documents' ids. */
export const touchedIn = async (tx: Tx, rows: Prisma.Sql): Promise<Touched[]> => {
  const found = await tx.$queryRaw<{ documentId: string; agencyId: string; effectiveOn: Date | null }[]>`
    with found as (${rows})
    select f.document_id::text as "documentId", f.agency_id::text as "agencyId", f.effective_on as "effectiveOn"
    from found f order by f.document_id`;
  return found.map(({ effectiveOn, ...row }) => ({ ...row, effectiveOn: fromDatabaseOrNull(effectiveOn) }));
};

/** Every document that one change touches, in the order of its id. */
export const touchedBy = (tx: Tx, changeId: string, today: PlainDate): Promise<Touched[]> =>
  touchedIn(tx, touchedRows(Prisma.sql`c.id = ${changeId}::uuid`, today));

/** The procedures that these changes touch; of several reasons for one, what the change does to it itself comes first. */
export async function loadTouchedProcedures(
  tx: Tx,
  changeIds: readonly string[],
  today: PlainDate,
): Promise<TouchedProcedure[]> {
  return tx.$queryRaw<TouchedProcedure[]>`
    select p.change_id::text as "changeId", p.procedure_id::text as "procedureId", p.act, p.via::text as via
    from (${touchedProcedureRows(today)}) p where p.change_id = any(${[...changeIds]}::uuid[]) order by 1, 2, p.via nulls first, 3`;
}
