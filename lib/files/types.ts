export const mediaTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] as const;
export type MediaType = (typeof mediaTypes)[number];

export type StoredFile = {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  fileName: string;
  sha256: string;
};
