import { agencyWhere } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
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
