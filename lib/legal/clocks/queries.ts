import type { Tx } from "@/lib/identity/database";
import { fromDatabase, fromDatabaseOrNull } from "@/lib/kernel/plain-date";
import type { LegalTerm } from "@/lib/legal/clocks/types";

/** Every term that the law sets, of before and of now. */
export async function loadTerms(tx: Tx): Promise<LegalTerm[]> {
  const rows = await tx.legalTerm.findMany({
    orderBy: [{ clock: "asc" }, { validFrom: "asc" }],
    include: {
      legalDocument: { select: { kind: true, number: true, issuer: true, issuedOn: true, title: true } },
    },
  });
  return rows.map(({ legalDocument, validFrom, validTo, clock, amount, unit, provision }) => ({
    ...{ clock, amount, unit, provision, validFrom: fromDatabase(validFrom) },
    validTo: fromDatabaseOrNull(validTo),
    law: { ...legalDocument, issuedOn: fromDatabase(legalDocument.issuedOn) },
  }));
}
