import type { Prisma } from "@/generated/prisma/client";
import { seatOf } from "@/lib/appointments/rules";
import type {
  Appointment,
  Candidate,
  Decision,
  Holder,
  Position,
  SigningAccount,
} from "@/lib/appointments/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may, mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase, fromDatabaseOrNull, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { compareVietnamese } from "@/lib/kernel/text";

const holder = {
  personId: true,
  post: true,
  acting: true,
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
    select: holder,
  });
  return rows.map(({ person, validFrom, ...row }) => ({
    ...row,
    name: person.fullName,
    since: fromDatabase(validFrom),
  }));
}

/** Does this person decide on documents of an agency on a day: as its head, appointed or acting, or as a deputy? */
export const decidesOn = async (
  tx: Tx,
  agencyId: string,
  personId: string | null,
  on: PlainDate,
): Promise<boolean> =>
  (await holdersOn(tx, agencyId, on)).some(
    (each) => each.personId === personId && (each.post === "head" || each.post === "deputy_head"),
  );

/** Who holds which post at an agency on a day. */
export async function listHolders(viewer: Viewer, agencyId: string, on: PlainDate): Promise<Holder[]> {
  const only = agencyWhere(viewer, "agencies.read").agencyId;
  if (only !== undefined && only !== agencyId) return [];
  return asViewer(viewer, (tx) => holdersOn(tx, agencyId, on));
}

const decisionOf = (number: string | null, on: Date | null): Decision | null =>
  number === null ? null : { number, on: fromDatabaseOrNull(on) };

/** Every appointment of an agency, those that were cancelled among them: the last to begin first. */
export async function loadAppointments(tx: Tx, where: Prisma.AppointmentWhereInput): Promise<Appointment[]> {
  const rows = await tx.appointment.findMany({
    where,
    orderBy: [{ validFrom: "desc" }, { post: "asc" }, { id: "desc" }],
    include: {
      person: { select: { fullName: true } },
      cancellation: { select: { reason: true, cancelledName: true, cancelledAt: true } },
    },
  });
  return rows.map(({ id, personId, post, acting, title, concurrent, person, cancellation, ...row }) => ({
    ...{ id, personId, title, concurrent, name: person.fullName, seat: seatOf(post, acting) },
    from: fromDatabase(row.validFrom),
    to: fromDatabaseOrNull(cancellation ? row.wrongTo : row.validTo),
    begunBy: decisionOf(row.decision, row.decidedOn),
    endedBy: decisionOf(row.endDecision, row.endDecidedOn),
    recordedName: row.recordedName,
    cancelled: cancellation && {
      reason: cancellation.reason,
      by: cancellation.cancelledName,
      at: cancellation.cancelledAt,
    },
  }));
}

/** Every appointment of an agency, for whoever may read its people. */
export async function listAppointments(viewer: Viewer, agencyId: string): Promise<Appointment[]> {
  if (!mayFor(viewer, "appointments.read", agencyId)) return [];
  return asViewer(viewer, (tx) => loadAppointments(tx, { agencyId }));
}

/** One appointment that may still be ended or cancelled; null where there is none. */
export async function findAppointment(
  viewer: Viewer,
  agencyId: string,
  id: string,
): Promise<Appointment | null> {
  if (!isId(id) || !mayFor(viewer, "appointments.record", agencyId)) return null;
  const [found] = await asViewer(viewer, (tx) => loadAppointments(tx, { agencyId, id }));
  return found && !found.cancelled ? found : null;
}

/** Everybody who may be appointed at an agency, with what they are on a day: its own people first. */
export async function listCandidates(viewer: Viewer, agencyId: string, on: PlainDate): Promise<Candidate[]> {
  if (!mayFor(viewer, "appointments.record", agencyId)) return [];
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<Candidate[]>`
    select p.id, p.full_name as name, t.title, s.name as "agencyName",
      exists (select 1 from appointment o where o.person_id = p.id and o.agency_id = ${agencyId}::uuid and o.cancellation_id is null) as here
    from person p
      left join lateral (select t.title, t.agency_id from appointment t where t.person_id = p.id and t.cancellation_id is null
        order by (t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)) desc, t.valid_from desc limit 1) t on true
      left join lateral (select s.name from agency_standing s where s.agency_id = t.agency_id and s.valid_from <= ${on}::date
        order by s.valid_from desc limit 1) s on true
    where not exists (select 1 from team_member m where m.person_id = p.id)`,
  );
  return rows.sort((a, b) => Number(b.here) - Number(a.here) || compareVietnamese(a.name, b.name));
}

/** With what account each of these people could sign for an agency; nobody but the administrator knows accounts. */
export async function listSigningAccounts(
  viewer: Viewer,
  agencyId: string,
  personIds: readonly string[],
): Promise<Record<string, { state: SigningAccount; accountId: string | null }>> {
  if (!may(viewer, "accounts.manage")) return {};
  const rows = await asViewer(viewer, (tx) =>
    tx.account.findMany({
      where: { personId: { in: [...personIds] } },
      select: { id: true, personId: true, role: true, agencyId: true, disabledAt: true },
    }),
  );
  const stateOf = (row: (typeof rows)[number] | undefined): SigningAccount => {
    if (!row) return "none";
    if (row.disabledAt) return "locked";
    if (row.role !== "officer" && row.role !== "head") return "other-role";
    return row.agencyId === agencyId ? "ready" : "elsewhere";
  };
  return Object.fromEntries(
    personIds.map((personId) => {
      const row = rows.find((each) => each.personId === personId);
      return [personId, { state: stateOf(row), accountId: row?.id ?? null }];
    }),
  );
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
