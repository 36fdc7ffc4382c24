import { createHash, randomBytes } from "node:crypto";

import pg from "pg";

import { metered } from "@/bench/meter";
import type { Viewer } from "@/lib/identity/types";
import { viewerOfToken } from "@/lib/identity/viewer";

/** A floor's own connection; the writer acts as a job of the system does. */
export async function connected(url: string | undefined, role: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("select set_config('app.role', $1, false)", [role]);
  return client;
}

/** One of the demonstration's people, with a session of their own. */
export async function signedIn(owner: pg.Client, account: string): Promise<Viewer> {
  const token = randomBytes(32).toString("base64url");
  await owner.query(
    `insert into session (token_hash, account_id, expires_at)
     select $1, id, now() + interval '1 hour' from account where name = $2`,
    [createHash("sha256").update(token).digest(), account],
  );
  const viewer = await viewerOfToken(token);
  if (!viewer) throw new Error(`${account} is not in this world`);
  return viewer;
}

/** How long some work waits for the database. */
export const waited = (work: () => Promise<unknown>) => async (): Promise<number> =>
  (await metered(work)).milliseconds;
