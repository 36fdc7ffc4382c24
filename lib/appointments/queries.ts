import type { Holder } from "@/lib/appointments/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";

const select = {
  personId: true,
  post: true,
  title: true,
  concurrent: true,
  validFrom: true,
  person: { select: { fullName: true } },
} as const;

/** Who holds which post at an agency on a day, in a transaction that is already open. */
export async function holdersOn(tx: Tx, agencyId: string, on: PlainDate): Promise<Holder[]> {
  const rows = await tx.appointment.findMany({
    where: {
      agencyId,
      validFrom: { lte: toDatabase(on) },
      OR: [{ validTo: null }, { validTo: { gt: toDatabase(on) } }],
    },
    orderBy: [{ post: "asc" }, { validFrom: "asc" }],
    select,
  });
  return rows.map(({ person, validFrom, ...row }) => ({
    ...row,
    name: person.fullName,
    since: fromDatabase(validFrom),
  }));
}

/** Who holds which post at an agency on a day. */
export async function listHolders(viewer: Viewer, agencyId: string, on: PlainDate): Promise<Holder[]> {
  const only = agencyWhere(viewer, "agencies.read").agencyId;
  if (only !== undefined && only !== agencyId) return [];
  return asViewer(viewer, (tx) => holdersOn(tx, agencyId, on));
}
