import type { Names } from "./places";

export type Fields = Record<string, string>;

/**
 * A form that would be taken, about the records of one scope. Every field is said here: tests/contracts says only what a command is about
 * and has the rest from its shape, which Playwright cannot load (commands import next/headers and messages).
 */
export type ProofForm = {
  fields: (names: Names) => Fields;
  /** What must be so, on one's own scope, for this account's form to be taken; gives the records it is then about. */
  ready?: (account: string) => Promise<Partial<Names>>;
  /** A file that the form carries beside its fields. */
  file?: string;
};
