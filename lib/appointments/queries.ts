import type { Holder, Position } from "@/lib/appointments/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
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

/** What people are, and where, on a day, by person: as far as the viewer may read them. */
export async function listPositions(
  viewer: Viewer,
  personIds: readonly string[],
  on: PlainDate,
): Promise<Record<string, Position>> {
  if (!may(viewer, "papers.visit")) return {};
  const rows = await asViewer(viewer, (tx) =>
    tx.personPosition.findMany({
      where: {
        personId: { in: [...personIds] },
        validFrom: { lte: toDatabase(on) },
        OR: [{ validTo: null }, { validTo: { gt: toDatabase(on) } }],
      },
      select: { personId: true, title: true, organisation: true },
    }),
  );
  return Object.fromEntries(rows.map(({ personId, ...position }) => [personId, position]));
}
