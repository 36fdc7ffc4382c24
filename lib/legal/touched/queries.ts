import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/identity/database";
import { fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { alteringKinds } from "@/lib/legal/changes/rules";
import type { Touched } from "@/lib/legal/touched/types";

const altering: string[] = [...alteringKinds];

/** Are two provisions the same, or one a part of the other? As `touches` in lib/legal/provisions/rules.ts says. */
export const provisionsTouch = (one: Prisma.Sql, other: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (${one} = '' or ${other} = '' or starts_with(${other} || ' ', ${one} || ' ') or starts_with(${one} || ' ', ${other} || ' '))`;

/**
 * The documents that rest on what changes alter, one row for each change and document: bases `b` of texts in force or approved for a
 * later day, of documents in use, whose provisions touch what is altered.
 */
export const touchedRows = (which: Prisma.Sql, today: PlainDate): Prisma.Sql => Prisma.sql`
  select c.id as change_id, d.id as document_id, d.agency_id, min(coalesce(m.effective_on, law.in_force_from)) as effective_on
  from legal_change c
    join legal_document law on law.id = c.legal_document_id
    join legal_relation m on m.change_id = c.id and m.kind::text = any(${altering})
    join document_basis b on b.legal_document_id = m.to_id
      and ${provisionsTouch(Prisma.sql`m.provision`, Prisma.sql`b.provision`)}
    join document_revision r on r.id = b.revision_id and r.approved_on is not null and r.cancellation_id is null
      and (r.obsolete_on is null or r.obsolete_on > ${today}::date)
    join controlled_document d on d.id = r.document_id
  where ${which}
    and not exists (select 1 from document_withdrawal w where w.document_id = d.id and w.cancellation_id is null)
  group by c.id, d.id`;

/** Every document that one change touches, in the order of its id. */
export async function touchedBy(tx: Tx, changeId: string, today: PlainDate): Promise<Touched[]> {
  const rows = await tx.$queryRaw<{ documentId: string; agencyId: string; effectiveOn: Date | null }[]>`
    select t.document_id::text as "documentId", t.agency_id::text as "agencyId", t.effective_on as "effectiveOn"
    from (${touchedRows(Prisma.sql`c.id = ${changeId}::uuid`, today)}) t order by t.document_id`;
  return rows.map(({ effectiveOn, ...row }) => ({ ...row, effectiveOn: fromDatabaseOrNull(effectiveOn) }));
}
