/** A photograph that proves an answer. */
export type Photo = { id: string; questionCode: string; sha256: string; fileName: string };
