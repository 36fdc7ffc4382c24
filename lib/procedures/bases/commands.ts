import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { fromDatabase } from "@/lib/kernel/plain-date";
import type { Problem } from "@/lib/kernel/problem";
import { refuse, refuseIf } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { lawIn } from "@/lib/legal/picking/rules";
import { loadLawLines } from "@/lib/legal/queries";
import { addTasksOf } from "@/lib/legal/touched/commands";
import { basesShown, basesText } from "@/lib/procedures/bases/rules";
import { basesForm } from "@/lib/procedures/bases/schema";
import { holdDocument } from "@/lib/procedures/held/commands";

const named = { id: true, kind: true, number: true, issuer: true, issuedOn: true, title: true } as const;

/** What a text rests on as it stands. */
async function basesOf(tx: Tx, revisionId: string) {
  const rows = await tx.documentBasis.findMany({
    where: { revisionId },
    orderBy: [{ legalDocument: { issuedOn: "asc" } }, { legalDocumentId: "asc" }, { provision: "asc" }],
    select: { provision: true, legalDocument: { select: named } },
  });
  return rows.map(({ provision, legalDocument: law }) => ({
    provision,
    law: { ...law, issuedOn: fromDatabase(law.issuedOn) },
  }));
}

/** Takes what an earlier text rests on over to a new draft: what has changed of it is said there. */
export const copyBases = (tx: Tx, from: string, to: string): Promise<number> =>
  tx.$executeRaw`
    insert into document_basis (agency_id, revision_id, legal_document_id, provision)
    select agency_id, ${to}::uuid, legal_document_id, provision from document_basis where revision_id = ${from}::uuid`;

/**
 * Says what a text rests on: of the draft, or of the text in force where that was never said or said wrongly. What was released before
 * and alters one of them gives the document its task at once.
 */
export const recordBases = command(
  "documents.draft",
  basesForm,
  async (acting, { documentId, revisionId, lines, shown }) => {
    const { tx, today } = acting;
    const { agencyId, code, draft, latest } = await holdDocument(acting, documentId);
    if (revisionId !== draft?.id && revisionId !== latest?.id) refuse("read-changed");
    const before = await basesOf(tx, revisionId);
    refuseOther(shown, basesShown(before));
    const laws = await loadLawLines(tx);
    const read = lines
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => lawIn(line, laws));
    refuseIf(read.flatMap((each): Problem[] => ("fault" in each ? [{ ...each.fault, field: "lines" }] : [])));
    const bases = read.flatMap((each) =>
      "picked" in each
        ? (each.picked.provisions.length > 0 ? each.picked.provisions : [""]).map((provision) => ({
            ...{ law: each.picked.law, provision },
          }))
        : [],
    );
    await tx.documentBasis.deleteMany({ where: { revisionId, agencyId } });
    await tx.documentBasis.createMany({
      data: bases.map(({ law, provision }) => ({ agencyId, revisionId, legalDocumentId: law.id, provision })),
      skipDuplicates: true,
    });
    const updates = await addTasksOf(tx, documentId, today);
    const [now, then] = [basesText(await basesOf(tx, revisionId)), basesText(before)];
    if (now === then) refuse("no-change", "lines");
    return {
      chain: agencyId,
      action: "bases-recorded",
      entity: "document",
      entityId: documentId,
      content: { code, bases: now, basesBefore: then, updates },
    };
  },
);
