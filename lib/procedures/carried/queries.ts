import { loadProcedureNames, loadProcedures } from "@/lib/catalogue/queries";
import type { Procedure } from "@/lib/catalogue/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** The procedures that a text carries, by their ids. */
export async function loadCarried(tx: Tx, revisionId: string): Promise<string[]> {
  const rows = await tx.carriedProcedure.findMany({
    where: { revisionId },
    orderBy: { procedureId: "asc" },
    select: { procedureId: true },
  });
  return rows.map(({ procedureId }) => procedureId);
}

export const loadNamesOf = async (tx: Tx, ids: readonly string[]) => [
  ...(await loadProcedureNames(tx, ids)).values(),
];

/** The procedures that a text carries, each as it stands on a day. */
export async function listCarried(viewer: Viewer, revisionId: string, on: PlainDate): Promise<Procedure[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.carriedProcedure.findMany({
      where: { revisionId, ...agencyWhere(viewer, "documents.read") },
      select: { procedureId: true },
    });
    return rows.length === 0
      ? []
      : loadProcedures(
          tx,
          on,
          rows.map(({ procedureId }) => procedureId),
        );
  });
}
