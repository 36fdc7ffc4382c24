// @ts-check

/** PostgreSQL's error codes for which Prisma has a message of its own. */
const prismaCodes = new Map([
  ["3D000", "P1003"],
  ["28P01", "P1000"],
  ["28000", "P1010"],
  ["42P04", "P1009"],
]);

/** @type {string | undefined} */
let panic;

/** The engine leaves the text of a Rust panic here before it traps. */
export const panicRegistry = {
  /** @param {string} message */
  set_message(message) {
    panic = message;
  },
  get: () => panic,
};

/** @param {unknown} error */
const messageOf = (error) => panic ?? (error instanceof Error ? error.message : String(error));

/**
 * @param {unknown} error
 * @returns {string | undefined}
 */
const codeOf = (error) =>
  error instanceof Object && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** @param {unknown} error */
const isFromDatabase = (error) => error instanceof Object && ("syscall" in error || "severity" in error);

/** @param {unknown} error */
const prismaCode = (error) => {
  const code = codeOf(error) ?? "";
  if (isFromDatabase(error)) return prismaCodes.get(code) ?? (code.startsWith("E") ? "P1001" : "P1011");
  return /^P\d{4}$/.test(code) ? code : undefined;
};

/** @param {unknown} error */
export const describe = (error) => ({
  message: messageOf(error),
  error_code: prismaCode(error),
  is_panic: false,
});

/** Prisma reads failures outside a call from stderr. @param {object} fields */
export function logError(fields) {
  const entry = {
    timestamp: new Date().toISOString(),
    level: "ERROR",
    fields,
    target: "schema_engine::logger",
  };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

/** @param {unknown} error */
export function reportFatal(error) {
  logError({ message: messageOf(error) });
  process.exit(1);
}
