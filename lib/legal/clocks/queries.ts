import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { termOn, upperSteps } from "@/lib/legal/clocks/rules";
import type { ChangingLaw, LegalTerm } from "@/lib/legal/clocks/types";

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

/** The steps above the agencies that a document of law asks for, as they stand on a day, and the term of the agencies' own. */
export async function findUpperSteps(viewer: Viewer, law: ChangingLaw, on: PlainDate) {
  const terms = may(viewer, "laws.read") ? await asViewer(viewer, loadTerms) : [];
  return { steps: upperSteps(law, terms, on), term: termOn(terms, "agency_applies", law.inForceFrom ?? on) };
}
