import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { signatoryLabel } from "@/lib/reports/signatories/rules";
import type { Signatory } from "@/lib/reports/signatories/types";
import type { SignatoryChoice } from "@/lib/reports/types";

/** Who may sign papers of a day, the usual one first. */
export async function listSignatories(viewer: Viewer, on: PlainDate): Promise<Signatory[]> {
  if (!may(viewer, "papers.visit")) return [];
  const day = toDatabase(on);
  return asViewer(viewer, (tx) =>
    tx.paperSignatory.findMany({
      where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
      orderBy: [{ position: "asc" }, { validFrom: "asc" }],
      select: { id: true, authority: true, principal: true, title: true, name: true },
    }),
  );
}

/** Whom whoever makes papers of a day can choose from; an agency that reads them chooses nobody. */
export async function listSignatoryChoices(viewer: Viewer, on: PlainDate): Promise<SignatoryChoice[]> {
  if (!may(viewer, "papers.year")) return [];
  const signatories = await listSignatories(viewer, on);
  return signatories.map((each) => ({ id: each.id, label: signatoryLabel(each) }));
}
