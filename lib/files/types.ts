export type MediaType =
  | "image/jpeg"
  | "image/png"
  | "image/webp"
  | "application/pdf"
  | "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export type StoredFile = {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  fileName: string;
  sha256: string;
};

const scans = ["image/jpeg", "image/png", "image/webp", "application/pdf"] as const;
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What a field takes: a scan of what was signed, a paper that may also be a Word file, or evidence, which may be a table too. */
export const taken = {
  scan: scans,
  paper: [...scans, word],
  evidence: [...scans, word, excel],
} as const satisfies Record<string, readonly MediaType[]>;
export type Taken = keyof typeof taken;

const endings: Partial<Record<MediaType, string>> = { [word]: ".docx", [excel]: ".xlsx" };

/** How a browser is told what a field takes: Word and Excel by how their names end, which every system knows. */
export const acceptOf = (what: Taken): string => taken[what].map((type) => endings[type] ?? type).join(",");
