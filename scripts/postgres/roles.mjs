// @ts-check
import { readFileSync } from "node:fs";

import pg from "pg";

const rolesSql = new URL("../../deploy/database/10-roles.sql", import.meta.url);

/** @param {string} url @param {(client: pg.Client) => Promise<void>} work */
async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client @param {string} query @param {string} name */
const exists = async (client, query, name) => (await client.query(query, [name])).rows.length > 0;

/**
 * Roles, their passwords and the database: whatever of them is missing.
 *
 * @param {string} superUrl
 * @param {import("./access.mjs").Access} access
 */
export const ensureRoles = (superUrl, access) =>
  withClient(superUrl, async (client) => {
    if (!(await exists(client, "SELECT 1 FROM pg_roles WHERE rolname = $1", "nenep_owner"))) {
      const passwords = [access.owner, access.app, access.reader].map((secret) =>
        client.escapeLiteral(secret),
      );
      await client.query(`BEGIN; ${readFileSync(rolesSql, "utf8")};
        ALTER ROLE nenep_owner PASSWORD ${passwords[0]};
        ALTER ROLE nenep_app PASSWORD ${passwords[1]};
        ALTER ROLE nenep_reader PASSWORD ${passwords[2]}; COMMIT`);
    }
    if (!(await exists(client, "SELECT 1 FROM pg_database WHERE datname = $1", "nenep"))) {
      await client.query("CREATE DATABASE nenep OWNER nenep_owner");
    }
  });
