import { agencyWhere } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { groupBy } from "@/lib/kernel/collections";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { loadLawLinesOn } from "@/lib/legal/register/queries";
import type { TextBasis } from "@/lib/procedures/bases/types";

/** What a text of a document rests on, the oldest law first, each with where it stands on a day. */
export async function listTextBases(viewer: Viewer, revisionId: string, on: PlainDate): Promise<TextBasis[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.documentBasis.findMany({
      where: { revisionId, ...agencyWhere(viewer, "documents.read") },
      orderBy: [{ legalDocument: { issuedOn: "asc" } }, { legalDocumentId: "asc" }, { provision: "asc" }],
      select: { provision: true, legalDocumentId: true },
    });
    const laws = await loadLawLinesOn(
      tx,
      [...new Set(rows.map(({ legalDocumentId }) => legalDocumentId))],
      on,
    );
    return rows.flatMap(({ provision, legalDocumentId }) => {
      const law = laws.get(legalDocumentId);
      return law ? { law, provision } : [];
    });
  });
}

/** The law that is in force no more, or suspended, on a day, on which texts of an agency that are in force rest; by the document's id. */
export async function listDeadBases(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
): Promise<ReadonlyMap<string, TextBasis["law"][]>> {
  return asViewer(viewer, async (tx) => {
    const day = toDatabase(on);
    const rows = await tx.documentBasis.findMany({
      where: {
        AND: [{ agencyId }, agencyWhere(viewer, "documents.read")],
        revision: {
          ...{ approvedOn: { not: null }, cancellationId: null, effectiveOn: { lte: day } },
          OR: [{ obsoleteOn: null }, { obsoleteOn: { gt: day } }],
        },
      },
      distinct: ["revisionId", "legalDocumentId"],
      orderBy: { legalDocumentId: "asc" },
      select: { legalDocumentId: true, revision: { select: { documentId: true } } },
    });
    const laws = await loadLawLinesOn(tx, [...new Set(rows.map((row) => row.legalDocumentId))], on);
    const dead = rows.flatMap(({ legalDocumentId, revision: { documentId } }) => {
      const law = laws.get(legalDocumentId);
      return law && (law.state === "ended" || law.state === "suspended") ? { documentId, law } : [];
    });
    return new Map(
      [...groupBy(dead, ({ documentId }) => documentId)].map(([id, of]) => [id, of.map(({ law }) => law)]),
    );
  });
}
