// @ts-check

/** Parameters that Prisma understands in an address and node-postgres would pass on to the server. */
const prismaOnly = ["schema", "connection_limit", "pool_timeout", "pgbouncer"];

/**
 * @typedef {{ schema: string, database: string, connectionString: (database?: string) => string }} Address
 * @param {string} url
 * @returns {Address}
 */
export function parseAddress(url) {
  const parsed = new URL(url);
  const schema = parsed.searchParams.get("schema") ?? "public";
  for (const name of prismaOnly) parsed.searchParams.delete(name);
  const database = decodeURIComponent(parsed.pathname.slice(1));
  return {
    schema,
    database,
    connectionString(name = database) {
      const other = new URL(parsed);
      other.pathname = `/${encodeURIComponent(name)}`;
      return other.toString();
    },
  };
}
