import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import type { Basis } from "@/lib/legal/types";

/** What papers of a day cite as their basis; the first is the one that the work carries out. */
export async function listBases(viewer: Viewer, on: PlainDate): Promise<Basis[]> {
  if (!may(viewer, "papers.visit")) return [];
  const day = toDatabase(on);
  const rows = await asViewer(viewer, (tx) =>
    tx.paperBasis.findMany({
      where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
      orderBy: { position: "asc" },
      select: {
        legalDocument: { select: { kind: true, number: true, issuer: true, issuedOn: true, title: true } },
      },
    }),
  );
  return rows.map(({ legalDocument }) => ({
    ...legalDocument,
    issuedOn: fromDatabase(legalDocument.issuedOn),
  }));
}

/** Every legal document that is known, by its id: what signs as "QĐ19" may mean. */
export async function loadLaws(tx: Tx): Promise<Record<string, Basis>> {
  const rows = await tx.legalDocument.findMany({
    orderBy: { number: "asc" },
    select: { id: true, kind: true, number: true, issuer: true, issuedOn: true, title: true },
  });
  return Object.fromEntries(
    rows.map(({ id, ...document }) => [id, { ...document, issuedOn: fromDatabase(document.issuedOn) }]),
  );
}

/** Every registered legal document with its id: what is picked is picked from these. */
export async function loadLawLines(tx: Tx): Promise<(Basis & { id: string })[]> {
  return Object.entries(await loadLaws(tx)).map(([id, law]) => ({ id, ...law }));
}
