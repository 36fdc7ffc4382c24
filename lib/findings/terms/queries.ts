import type { CorrectionTerm } from "@/lib/findings/terms/types";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase } from "@/lib/kernel/plain-date";

/** Every term of correction there has been, by grade, the newest first. */
export async function listTerms(viewer: Viewer): Promise<CorrectionTerm[]> {
  if (!may(viewer, "findings.list")) return [];
  const rows = await asViewer(viewer, (tx) =>
    tx.correctionTerm.findMany({
      orderBy: [{ severity: "asc" }, { validFrom: "desc" }],
      select: { severity: true, validFrom: true, days: true, legalDocument: { select: { number: true } } },
    }),
  );
  return rows.map(({ severity, validFrom, days, legalDocument }) => ({
    severity,
    validFrom: fromDatabase(validFrom),
    days,
    basis: legalDocument.number,
  }));
}
