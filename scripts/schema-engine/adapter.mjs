// @ts-check
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/**
 * The parts of adapter-pg's connection that its published types keep to themselves. The versions are pinned, and a
 * test runs `migrate status` and `migrate diff` through here.
 *
 * @typedef {{ fields?: { dataTypeID: number }[] }} RawResult
 * @typedef {object} Connection
 * @property {pg.Client} client
 * @property {(query: unknown) => Promise<RawResult>} performIO
 * @property {(query: unknown) => Promise<{ columnTypes: number[] }>} queryRaw
 * @property {(script: string) => Promise<void>} executeScript
 * @property {(error: unknown) => never} onError
 * @property {() => Promise<never>} startTransaction
 * @property {() => { schemaName: string, supportsRelationJoins: boolean }} getConnectionInfo
 * @property {() => Promise<void>} dispose
 */

const charType = 18;

/** Types of the catalogue that adapter-pg does not know, and what to read them as: text, and text[]. */
const readAs = new Map([
  [charType, 25],
  [19, 25],
  [28, 25],
  [1003, 1009],
]);

/** @type {Set<Connection>} */
const open = new Set();

export const closeAll = async () => {
  for (const connection of [...open]) await connection.dispose().catch(() => undefined);
};

/** @returns {Promise<Connection>} */
const bareConnection = async (schema = "public") =>
  /** @type {any} */ (await new PrismaPg({}, { schema }).connect());

/**
 * Turns an error of PostgreSQL into the one that Prisma expects of an adapter.
 *
 * @param {unknown} error
 * @returns {Promise<never>}
 */
async function throwAsAdapter(error) {
  if (error instanceof Object && "code" in error) (await bareConnection()).onError(error);
  throw error;
}

/** The engine tells `"char"` from text: relation kinds of the catalogue come as one letter. @param {Connection} connection */
function teachCatalogueTypes(connection) {
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  /** @type {boolean[]} */
  let isChar = [];
  connection.performIO = async (query) => {
    const result = await performIO(query);
    const fields = result.fields ?? [];
    isChar = fields.map((field) => field.dataTypeID === charType);
    for (const field of fields) field.dataTypeID = readAs.get(field.dataTypeID) ?? field.dataTypeID;
    return result;
  };
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    result.columnTypes = result.columnTypes.map((type, index) =>
      isChar[index] ? ColumnTypeEnum.Character : type,
    );
    return result;
  };
}

/**
 * One dedicated connection, since locks and settings of a migration belong to it; scripts of many statements go as
 * they are written.
 *
 * @param {string} connectionString
 * @param {string} schema
 * @param {() => Promise<void>} [afterClose]
 */
async function openConnection(connectionString, schema, afterClose) {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  if (schema !== "public") await client.query(`SET search_path = ${client.escapeIdentifier(schema)}`);
  const connection = await bareConnection(schema);
  connection.client = client;
  teachCatalogueTypes(connection);
  connection.executeScript = async (script) => {
    await client.query(script).catch((error) => connection.onError(error));
  };
  connection.startTransaction = () => Promise.reject(new Error("the engine opens its own transactions"));
  connection.getConnectionInfo = () => ({ schemaName: schema, supportsRelationJoins: true });
  connection.dispose = async () => {
    if (!open.delete(connection)) return;
    await client.end().catch(() => undefined);
    await afterClose?.();
  };
  open.add(connection);
  return connection;
}

/** @type {typeof openConnection} */
export const connect = (connectionString, schema, afterClose) =>
  openConnection(connectionString, schema, afterClose).catch(throwAsAdapter);
