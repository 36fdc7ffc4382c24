import { cache } from "react";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { getToken } from "next-auth/jwt";

import { mint } from "@/lib/identity/mint";
import { secureCookies, sessionCookie } from "@/lib/identity/cookies";
import { may } from "@/lib/identity/matrix";
import { sessionLimits } from "@/lib/identity/rules";
import type { Office, Role, Viewer } from "@/lib/identity/types";
import { now, today } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";

export type SystemJob =
  | "seed"
  | "sign-in"
  | "start-up"
  | "create-admin"
  | "verify-history"
  | "work"
  | "write-digests"
  | "send-mail"
  | "sweep-photo-pieces"
  | "write-standings"
  | "stop-mails"
  | "read-calendar"
  | "export-keys"
  | "test";

/** A named job of the system itself. */
export const systemViewer = (job: SystemJob): Viewer =>
  mint({
    role: "system",
    name: job,
    accountId: null,
    personId: null,
    agencyId: null,
    agencyCode: null,
    office: null,
    sessionId: null,
    mustChangePassword: false,
    broughtInBy: null,
  });

export const tokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token).digest());

type SessionRow = {
  session_id: string;
  last_seen_at: Date;
  live: boolean;
  account_id: string;
  person_id: string;
  role: Role;
  agency_id: string | null;
  agency_code: string | null;
  office: Office | null;
  full_name: string;
  must_change_password: boolean;
  ended: boolean;
  expires_at: Date;
};

/**
 * Who holds this token, and whether the session still lives (not ended, not run out, account not disabled). An officer who heads the
 * agency today, appointed or acting, is its head today, and no longer than that.
 */
async function findSession(token: string): Promise<SessionRow | null> {
  const on = await today();
  const rows = await inTransaction(
    systemViewer("sign-in"),
    (tx) => tx.$queryRaw<SessionRow[]>`
    select s.id as session_id, s.last_seen_at, a.id as account_id, a.person_id, role_on(a.id, ${on}::date) as role, a.agency_id,
      g.code as agency_code, p.full_name, a.must_change_password, office_on(a.id, ${on}::date) as office,
      s.expires_at, s.revoked_at is not null or a.disabled_at is not null as ended,
      s.revoked_at is null and a.disabled_at is null and s.expires_at > now() as live
    from session s join account a on a.id = s.account_id join person p on p.id = a.person_id
      left join agency g on g.id = a.agency_id
    where s.token_hash = ${tokenHash(token)}`,
  );
  return rows[0] ?? null;
}

const idleTooLong = (row: SessionRow): boolean =>
  now().getTime() - row.last_seen_at.getTime() > sessionLimits[row.role].idleMinutes * 60_000;

/** Seen at most once a minute is enough for the idle limit, and spares a write on each page. */
async function touch(row: SessionRow): Promise<void> {
  if (now().getTime() - row.last_seen_at.getTime() < 60_000) return;
  await inTransaction(systemViewer("sign-in"), (tx) =>
    tx.session.update({ where: { id: row.session_id }, data: { lastSeenAt: now() }, select: { id: true } }),
  );
}

/** The viewer behind a token, or null. Used with the cookie of a request, and by tests with a session of their own. */
export async function viewerOfToken(token: string): Promise<Viewer | null> {
  const row = await findSession(token);
  if (!row?.live || idleTooLong(row)) return null;
  await touch(row);
  return mint({
    role: row.role,
    name: row.full_name,
    accountId: row.account_id,
    personId: row.person_id,
    agencyId: row.agency_id,
    agencyCode: row.agency_code,
    office: row.office,
    sessionId: row.session_id,
    mustChangePassword: row.must_change_password,
    broughtInBy: null,
  });
}

type AccountRow = Pick<
  SessionRow,
  "person_id" | "role" | "agency_id" | "agency_code" | "office" | "full_name"
>;

/**
 * Whoever recorded what another person brings in from a file: they act with their own rights, as if they had sent it, and history
 * names who brought it; of a locked account too, whose work of before would be lost otherwise. Null where that account was never there,
 * or where this viewer may bring nothing in.
 */
export async function viewerBroughtInBy(bringing: Viewer, accountId: string): Promise<Viewer | null> {
  if (!may(bringing, "imports.take")) return null;
  const on = await today();
  const [row] = await inTransaction(
    bringing,
    (tx) => tx.$queryRaw<AccountRow[]>`
    select a.person_id, a.role::text as role, a.agency_id, g.code as agency_code, office_on(a.id, ${on}::date) as office, p.full_name
    from account a join person p on p.id = a.person_id left join agency g on g.id = a.agency_id
    where a.id = ${accountId}::uuid`,
  );
  if (!row) return null;
  return mint({
    role: row.role,
    name: row.full_name,
    accountId,
    personId: row.person_id,
    agencyId: row.agency_id,
    agencyCode: row.agency_code,
    office: row.office,
    sessionId: null,
    mustChangePassword: false,
    broughtInBy: bringing.name,
  });
}

/** The opaque token in the request's cookie. next-auth's token carries nothing else. */
async function requestToken(): Promise<string | null> {
  const jar = await cookies();
  const token = await getToken({
    req: { cookies: jar, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"],
    secret: env().NEXTAUTH_SECRET,
    cookieName: sessionCookie(),
    secureCookie: secureCookies(),
  });
  return typeof token?.sid === "string" ? token.sid : null;
}

/** Who asks, checked in the database at each request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = await requestToken();
  return token ? viewerOfToken(token) : null;
});

const aDay = 24 * 3_600_000;

/** When a session ran out by itself: by its age, or because nothing was heard of it. */
const ranOutAt = ({ expires_at, last_seen_at, role }: SessionRow): number =>
  Math.min(expires_at.getTime(), last_seen_at.getTime() + sessionLimits[role].idleMinutes * 60_000);

/** A session that is over. `ended`: by somebody, or its account is disabled. `lately`: it ran out by itself, since yesterday. */
type Lapsed = { accountId: string; ended: boolean; lately: boolean };

/** Whose session this was. One that somebody ended is nobody's any more: its cookie writes nothing. */
export async function lapsedSessionOf(token: string): Promise<Lapsed | null> {
  const row = await findSession(token);
  if (!row) return null;
  const since = now().getTime() - ranOutAt(row);
  return { accountId: row.account_id, ended: row.ended, lately: !row.ended && since >= 0 && since < aDay };
}

/** The session of this request, which is over: what was typed is kept for its account, and given back to nobody else. */
export async function lapsedSession(): Promise<Lapsed | null> {
  const token = await requestToken();
  return token ? lapsedSessionOf(token) : null;
}
