import { createHash, randomBytes, randomUUID } from "node:crypto";

import type { Reach } from "@/lib/identity/matrix";
import type { Role, Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { rowsOf as rows } from "@/tests/support/database/rows";

export { disconnect, rowsOf as rows } from "@/tests/support/database/rows";

/** Where a cell of the matrix is tried: on what is one's own (agency, team, account), or on what is somebody else's. */
export const scopes = ["own", "other"] as const;
export type Scope = (typeof scopes)[number];

type Place = { agency: string; teamLeader: string };

/** The agencies of the two scopes, who leads a visit there, the programme that visits belong to, and the first year for drafts. */
let places: Record<Scope, Place> & { programme: number; drafts: number } = {
  own: { agency: "ubnd-duc-pho", teamLeader: "inspector" },
  other: { agency: "snv", teamLeader: "leader" },
  programme: 2017,
  drafts: 2019,
};

/** Takes other places than those of the demonstration accounts. */
export const choosePlaces = (chosen: typeof places): void => void (places = chosen);

type Row = Record<string, unknown>;

export async function one<Shape extends Row>(
  statement: string,
  values: readonly unknown[] = [],
): Promise<Shape> {
  const [row] = await rows<Shape>(statement, values);
  if (!row) throw new Error(`nothing found: ${statement}`);
  return row;
}

export const idFrom = async (statement: string, values: readonly unknown[]): Promise<string> =>
  (await one<{ id: string }>(statement, values)).id;

export const agencyOf = (where: Scope): Promise<string> =>
  idFrom("select id from agency where code = $1", [places[where].agency]);
export const placeOf = (where: Scope): Place => places[where];
export const programme = (): number => places.programme;
export const firstDraft = (): number => places.drafts;
export const codeOf = (where: Scope): string => places[where].agency;

export const today = "2017-12-31" as PlainDate;
export const unique = (): string => randomBytes(5).toString("hex");

/** Opens a session for an account, as signing in does. */
export async function sessionOf(account: string): Promise<{ id: string; viewer: Viewer }> {
  const token = randomUUID();
  const id = await idFrom(
    `insert into session (token_hash, account_id, expires_at)
     select $1, id, now() + interval '1 hour' from account where name = $2 returning id`,
    [createHash("sha256").update(token).digest(), account],
  );
  const { viewerOfToken } = await import("@/lib/identity/viewer");
  const viewer = await viewerOfToken(token);
  if (!viewer) throw new Error(`${account} has no way in`);
  return { id, viewer };
}

/** An account of that role, made for one cell; its password is that of the demonstration. */
export async function createAccount(role: Role): Promise<{ id: string; name: string }> {
  const person = await idFrom("insert into person (full_name) values ('Nguyễn Thử Nghiệm') returning id", []);
  const name = `proof.${unique()}`;
  const id = await idFrom(
    `insert into account (person_id, name, password_hash, role, agency_id)
     select $1, $2, password_hash, role, case when agency_id is null then null else $4::uuid end
     from account where name = $3 returning id`,
    [person, name, role, await agencyOf("own")],
  );
  return { id, name };
}

export const accountName = async (viewer: Viewer): Promise<string> =>
  (await one<{ name: string }>("select name from account where id = $1", [viewer.accountId])).name;

/** What is kept of an attempt at a password, whatever comes of it: it is counted before anything is looked at. */
const counted = "sign_in_attempt";

/** Lets the next attempt of an open session be looked at without a wait. */
export const forgetAttempts = (viewer: Viewer): Promise<unknown> =>
  rows("delete from sign_in_attempt where account_name = $1", [`own ${viewer.accountId}`]);

/** The tables in which a command leaves what it does, and a refusal nothing. */
const tablesOfCommands = async (): Promise<string[]> =>
  (
    await rows<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename <> $1 order by 1",
      [counted],
    )
  ).map(({ name }) => name);

/** Of each table how many rows it holds, and after that the newest transaction that wrote one, counted from a fixed one. */
export type Written = Record<string, string>;

let stamps: Promise<string> | undefined;

/** The statement, of which every table is a part. A transaction's age is at hand; its number must be read out of a text. */
const stampsOfTables = async (): Promise<string> =>
  (await tablesOfCommands())
    .map(
      (table) =>
        `select '${table}' as name, count(*) || ' ' || coalesce(age('3'::xid) - min(age(xmin)), 0) as state from ${table}`,
    )
    .join(" union all ");

/** What any write moves, in whatever table. Planning so long a statement takes longer than all it reads: it is planned once. */
export async function written(): Promise<Written> {
  stamps ??= stampsOfTables();
  const asked = { name: "written", text: await stamps };
  const states = await rows<{ name: string; state: string }>(asked);
  return Object.fromEntries(states.map(({ name, state }) => [name, state]));
}

/** Does a right of this reach go as far as that scope? */
export const reaches = (scope: Reach, where: Scope): boolean =>
  scope === "province" || (scope !== "none" && where === "own");
