// @ts-check
import pg from "pg";

import { parseAddress } from "./address.mjs";
import { describe, logError } from "./problems.mjs";

/**
 * `cli can-connect-to-database` and `cli create-database`: the two questions Prisma asks outside the protocol.
 *
 * @param {string} command
 * @param {string} url
 * @returns {Promise<number>} the exit code
 */
export async function runCommandLine(command, url) {
  const address = parseAddress(url);
  const create = command === "create-database";
  const client = new pg.Client({
    connectionString: address.connectionString(create ? "postgres" : address.database),
  });
  try {
    await client.connect();
    if (create) await client.query(`CREATE DATABASE ${client.escapeIdentifier(address.database)}`);
    await client.end();
    return 0;
  } catch (error) {
    process.stderr.write("\n");
    logError(describe(error));
    return 1;
  }
}
