/** Of PostgreSQL: no resources left (a full disk, too many connections), being stopped, failing hardware, no connection. */
const states = /\bCode: `(?:53|57P|58|08)\w+`/;

/** Of Prisma: not reachable, too slow to be reached, closed the connection, no connection free, no transaction begun. */
const codes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);

const codeOf = (error: Error): unknown => ("code" in error ? error.code : undefined);

/** Trouble of the machine that passes without a change to the program: the same request may succeed later. */
export const isOutage = (error: unknown): boolean =>
  error instanceof Error && (codes.has(String(codeOf(error))) || states.test(error.message));

/** The last line of what the database said, for the log: without the statement and its values. */
export const reasonOf = (error: unknown): string => String(error).trim().split("\n").at(-1) ?? "";
