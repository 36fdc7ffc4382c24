import { Prisma } from "@/generated/prisma/client";
import { deviceName } from "@/lib/accounts/rules";
import type {
  Account,
  AccountFilter,
  AccountLine,
  AgencyChoice,
  KnownPerson,
  OpenSession,
} from "@/lib/accounts/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { compareVietnamese, searchKey } from "@/lib/kernel/text";

/** Does the person of account `a` hold a post of its agency on a day? */
const holdsPost = (
  on: PlainDate,
) => Prisma.sql`exists (select 1 from appointment t where t.person_id = a.person_id
        and t.agency_id = a.agency_id and t.valid_from <= ${on}::date and coalesce(t.valid_to, 'infinity') > ${on}::date)`;

/** Every account that matches, in Vietnamese order of the names. A province has hundreds: they are read at once. */
export async function listAccounts(
  viewer: Viewer,
  filter: AccountFilter,
  on: PlainDate,
): Promise<AccountLine[]> {
  if (!may(viewer, "accounts.manage")) return [];
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<AccountLine[]>`
    select a.id, a.name, p.full_name as "fullName", a.role::text as role, office_on(a.id, ${on}::date) ->> 'holds' as holds,
      ${holdsPost(on)} as appointed, a.disabled_at is not null as disabled,
      g.name as "agencyName", coalesce(s.live, 0)::int as "liveSessions", s.seen as "lastSeenAt"
    from account a join person p on p.id = a.person_id
      left join agency_standing g on g.agency_id = a.agency_id and g.valid_from <= ${on}::date
        and (g.valid_to is null or g.valid_to > ${on}::date)
      left join (select account_id, max(last_seen_at) as seen,
          count(*) filter (where revoked_at is null and expires_at > now()) as live
        from session group by account_id) s on s.account_id = a.id
    where (${filter.role}::text is null or a.role::text = ${filter.role}::text)
      and (${filter.state}::text is null or (a.disabled_at is not null) = (${filter.state}::text = 'disabled'))`,
  );
  const key = searchKey(filter.text);
  return rows
    .filter((row) => searchKey(`${row.fullName} ${row.name} ${row.agencyName ?? ""}`).includes(key))
    .sort((a, b) => compareVietnamese(a.fullName, b.fullName) || compareVietnamese(a.name, b.name));
}

async function findAccountRow(viewer: Viewer, id: string, on: PlainDate): Promise<Account | null> {
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<Account[]>`
    select a.id, a.name, p.full_name as "fullName", a.role::text as role, office_on(a.id, ${on}::date) ->> 'holds' as holds,
      ${holdsPost(on)} as appointed, a.agency_id as "agencyId", g.name as "agencyName",
      a.must_change_password as "mustChangePassword", a.created_at as "createdAt", a.disabled_at as "disabledAt", a.version
    from account a join person p on p.id = a.person_id
      left join agency_standing g on g.agency_id = a.agency_id and g.valid_from <= ${on}::date
        and (g.valid_to is null or g.valid_to > ${on}::date)
    where a.id = ${id}::uuid`,
  );
  return rows[0] ?? null;
}

export const findAccount = async (viewer: Viewer, id: string, on: PlainDate): Promise<Account | null> =>
  may(viewer, "accounts.manage") && isId(id) ? findAccountRow(viewer, id, on) : null;

export const findOwnAccount = async (viewer: Viewer, on: PlainDate): Promise<Account | null> =>
  viewer.accountId === null ? null : findAccountRow(viewer, viewer.accountId, on);

/** The browsers in which an account is signed in: anybody's for who manages accounts, one's own for everybody. */
export async function listOpenSessions(viewer: Viewer, accountId: string): Promise<OpenSession[]> {
  const own = viewer.accountId === accountId;
  if (!isId(accountId) || (!own && !may(viewer, "accounts.manage"))) return [];
  const rows = await asViewer(viewer, (tx) =>
    tx.session.findMany({
      where: { accountId, revokedAt: null, expiresAt: { gt: new Date() } },
      orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
      take: 100,
      select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, userAgent: true },
    }),
  );
  return rows.map(({ userAgent, ...row }) => ({
    ...row,
    device: deviceName(userAgent),
    current: row.id === viewer.sessionId,
  }));
}

/** Everybody whom the records know by name, in Vietnamese order. */
export const loadKnown = async (tx: Tx): Promise<KnownPerson[]> =>
  (
    await tx.$queryRaw<KnownPerson[]>`select id, name, place, has_account as "hasAccount" from known_people()`
  ).sort((a, b) => compareVietnamese(a.name, b.name));

/** The code of an agency; null where there is none. */
export const loadAgencyCode = async (tx: Tx, id: string | null): Promise<string | null> =>
  id === null
    ? null
    : ((await tx.agency.findUnique({ where: { id }, select: { code: true } }))?.code ?? null);

/** Who is known and has no account yet. */
export const listUnaccounted = async (viewer: Viewer): Promise<KnownPerson[]> =>
  may(viewer, "accounts.manage")
    ? (await asViewer(viewer, loadKnown)).filter(({ hasAccount }) => !hasAccount)
    : [];

/** The agencies an account may belong to, in Vietnamese order. */
export async function listAgencyChoices(viewer: Viewer, on: PlainDate): Promise<AgencyChoice[]> {
  if (!may(viewer, "accounts.manage")) return [];
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<AgencyChoice[]>`
    select agency_id as id, name from agency_standing
    where valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`,
  );
  return rows.sort((a, b) => compareVietnamese(a.name, b.name));
}

/** Somebody who was appointed and has no account yet. */
export async function findWithoutAccount(
  viewer: Viewer,
  personId: string,
): Promise<{ id: string; fullName: string } | null> {
  if (!may(viewer, "accounts.manage") || !isId(personId)) return null;
  return asViewer(viewer, (tx) =>
    tx.person.findFirst({
      where: { id: personId, account: null, appointments: { some: { cancellationId: null } } },
      select: { id: true, fullName: true },
    }),
  );
}
