import { createHash, randomUUID } from "node:crypto";

import type { Viewer } from "@/lib/identity/types";

import { rowsOf } from "./rows";

export { rowsOf } from "./rows";

/** The viewer behind a session of this account, checked in the database as in production. */
export async function viewerNamed(account: string): Promise<Viewer> {
  const token = randomUUID();
  await rowsOf(
    `insert into session (token_hash, account_id, expires_at)
     select $1, id, now() + interval '1 hour' from account where name = $2`,
    [createHash("sha256").update(token).digest(), account],
  );
  const { viewerOfToken } = await import("@/lib/identity/viewer");
  const viewer = await viewerOfToken(token);
  if (!viewer) throw new Error(`no account named ${account}`);
  return viewer;
}

/** An account of a role made for a test, of an agency where the role belongs to one. */
export async function createViewer(
  role: "officer" | "head" | "inspector" | "leader",
  code: string | null,
  fullName = "Nguyễn Thử Nghiệm",
): Promise<Viewer> {
  const name = `test.${randomUUID().slice(0, 13)}`;
  const [person] = await rowsOf<{ id: string }>("insert into person (full_name) values ($1) returning id", [
    fullName,
  ]);
  await rowsOf(
    `insert into account (person_id, name, password_hash, role, agency_id)
     select $1, $2, (select password_hash from account limit 1), $3::role, (select id from agency where code = $4)`,
    [person?.id, name, role, code],
  );
  return viewerNamed(name);
}
