import { loadProcedures } from "@/lib/catalogue/queries";
import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { refuse } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { addTasksOf } from "@/lib/legal/touched/commands";
import { loadCarried, loadNamesOf } from "@/lib/procedures/carried/queries";
import { carriedShown, carriedText } from "@/lib/procedures/carried/rules";
import { carriedForm } from "@/lib/procedures/carried/schema";
import { holdDocument } from "@/lib/procedures/held/commands";

/** Takes the procedures of an earlier text over to a new draft. */
export const copyCarried = (tx: Tx, from: string, to: string): Promise<number> =>
  tx.$executeRaw`
    insert into carried_procedure (agency_id, revision_id, procedure_id)
    select agency_id, ${to}::uuid, procedure_id from carried_procedure where revision_id = ${from}::uuid`;

/**
 * Says which procedures a text carries out: the draft, or the text in force where that was never said or said wrongly. What a decision
 * has changed of one of them before gives the document its task at once.
 */
export const recordCarried = command(
  "documents.draft",
  carriedForm,
  async (acting, { documentId, revisionId, procedures, shown }) => {
    const { tx, today } = acting;
    const { agencyId, code, draft, latest } = await holdDocument(acting, documentId);
    if (revisionId !== draft?.id && revisionId !== latest?.id) refuse("read-changed");
    const before = await loadCarried(tx, revisionId);
    const listed = new Set((await loadProcedures(tx, today, before)).map(({ id }) => id));
    refuseOther(shown, carriedShown([...listed]));
    // What no decision publishes today stands on no page, and stays: its decision may be read anew.
    const chosen = [...new Set([...procedures, ...before.filter((id) => !listed.has(id))])];
    if (carriedShown(chosen) === carriedShown(before)) refuse("no-change", "procedures");
    const known = await tx.adminProcedure.count({ where: { id: { in: chosen } } });
    if (known < chosen.length) refuse("not-a-choice", "procedures");
    await tx.carriedProcedure.deleteMany({ where: { revisionId, agencyId } });
    await tx.carriedProcedure.createMany({
      data: chosen.map((procedureId) => ({ agencyId, revisionId, procedureId })),
    });
    const updates = await addTasksOf(tx, documentId, today);
    return {
      chain: agencyId,
      action: "carried-recorded",
      entity: "document",
      entityId: documentId,
      content: {
        ...{ code, updates, carried: carriedText(await loadNamesOf(tx, chosen)) },
        carriedBefore: carriedText(await loadNamesOf(tx, before)),
      },
    };
  },
);
