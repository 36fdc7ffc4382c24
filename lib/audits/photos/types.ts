/** A photograph that proves an answer. `caption` says what it shows; empty where nobody has said. */
export type Photo = { id: string; questionCode: string; sha256: string; fileName: string; caption: string };
