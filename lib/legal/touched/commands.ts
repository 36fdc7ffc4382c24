import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/identity/database";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { lock } from "@/lib/platform/locks";
import { touchedIn, touchedRows } from "@/lib/legal/touched/queries";
import type { Touched } from "@/lib/legal/touched/types";

/** What rests on the law and what changes it are written one after the other: each finds what the other wrote. */
export const holdRegister = (tx: Tx): Promise<unknown> => lock(tx, "laws", "all");

/** Gives every document that a change touches its task, where it has none yet, and says which: one statement, however many there are. */
export const addTasks = (tx: Tx, changeId: string, today: PlainDate): Promise<Touched[]> =>
  touchedIn(
    tx,
    Prisma.sql`insert into update_task (change_id, document_id, agency_id, effective_on, later)
    select t.change_id, t.document_id, t.agency_id, t.effective_on, false
    from (${touchedRows(Prisma.sql`c.id = ${changeId}::uuid`, today)}) t
    on conflict do nothing returning document_id, agency_id, effective_on`,
  );

/** Gives one document, whose text or bases are new, the tasks of what was released before and stands, where no text of it cites that. */
export async function addTasksOf(tx: Tx, documentId: string, today: PlainDate): Promise<number> {
  await holdRegister(tx);
  return tx.$executeRaw`
    insert into update_task (change_id, document_id, agency_id, effective_on, later)
    select t.change_id, t.document_id, t.agency_id, t.effective_on, true
    from (${touchedRows(
      Prisma.sql`d.id = ${documentId}::uuid and c.released_at is not null and c.undone_at is null and not exists
        (select 1 from document_basis o where o.revision_id = r.id and o.legal_document_id = c.legal_document_id)`,
      today,
    )}) t
    on conflict do nothing`;
}
