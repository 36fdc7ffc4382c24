/** The entries of an archive as its directory lists them. Backslashes are slashes: old programs write them. */
export type Entry = {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
  encrypted: boolean;
};

/** Why the archive is left alone: it holds what could run, more than a reader can unpack, or what no writer of documents writes. */
export type Harm = "program" | "too-much" | "damaged";
