// @ts-check

/** A reason to stop that a person can act on: shown as one line, without a stack trace. */
export class Trouble extends Error {}

/** @param {unknown} error @returns {string | undefined} */
export const codeOf = (error) =>
  error instanceof Object && "code" in error && typeof error.code === "string" ? error.code : undefined;

export const diskIsFull = "The disk is full: free some space and start again.";

/** The second is PostgreSQL's, where a file could grow by a part of what it needed. */
const fullDisk = /no space left|wrote only \d+ of \d+ bytes/i;

/**
 * What failures of files and of the database mean, whatever was being done.
 *
 * @param {unknown} error
 */
const knownReason = (error) => {
  const text = error instanceof Error ? error.message : String(error);
  if (["ENOSPC", "53100"].includes(codeOf(error) ?? "") || fullDisk.test(text)) return diskIsFull;
  if (codeOf(error) === "EDQUOT") return "The disk quota is used up: free some space and start again.";
  return undefined;
};

/** @param {unknown} error */
export const lineFor = (error) => {
  const known = knownReason(error);
  if (known) return known;
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n")[0] ?? "unknown failure";
};
