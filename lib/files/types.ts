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
