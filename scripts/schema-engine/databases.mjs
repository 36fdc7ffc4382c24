// @ts-check
import { randomUUID } from "node:crypto";

import pg from "pg";

import { connect } from "./adapter.mjs";
import { parseAddress } from "./address.mjs";

/** @typedef {{ url: string, shadowDatabaseUrl?: string }} Datasource */

/** @param {string} connectionString @param {string} statement */
async function administer(connectionString, statement) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** @param {string} url */
export function connectTo(url) {
  const address = parseAddress(url);
  return connect(address.connectionString(), address.schema);
}

/** A scratch database in which the engine replays the migrations, dropped afterwards. @param {string} url */
async function connectToScratch(url) {
  const address = parseAddress(url);
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  await administer(address.connectionString(), `CREATE DATABASE "${name}"`);
  return connect(address.connectionString(name), address.schema, () =>
    administer(address.connectionString(), `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  );
}

/** What the engine asks for connections. @param {Datasource} datasource */
export const adapterFactory = ({ url, shadowDatabaseUrl }) => ({
  provider: /** @type {const} */ ("postgres"),
  adapterName: "@prisma/adapter-pg",
  connect: () => connectTo(url),
  connectToShadowDb: () => (shadowDatabaseUrl ? connectTo(shadowDatabaseUrl) : connectToScratch(url)),
});
