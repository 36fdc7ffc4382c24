import { join } from "node:path";
import pg from "pg";

import { readAccess, urlsOf } from "@/scripts/postgres/access.mjs";
import { adoptDatabase } from "@/tests/support/database/database";

export function urls(): ReturnType<typeof urlsOf> {
  const access = readAccess(join(process.env.E2E_DATA_DIR ?? ".data/e2e", "database"));
  if (!access) throw new Error("the site under test has no database");
  return urlsOf(access);
}

/** Makes the database behind the site under test the one that the proofs create in. */
export function adoptSite(): void {
  const { appUrl, ownerUrl, readerUrl, superUrl } = urls();
  adoptDatabase({
    ...{
      name: "nenep",
      appUrl: appUrl(),
      ownerUrl: ownerUrl(),
      readerUrl: readerUrl(),
      superUrl: superUrl(),
    },
    drop: () => Promise.reject(new Error("the site under test keeps its database")),
  });
}

/** The database behind the site under test, as its owner. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urls().ownerUrl() });
  await client.connect();
  try {
    await client.query("select set_config('app.role', 'system', false)");
    return await work(client);
  } finally {
    await client.end();
  }
}
