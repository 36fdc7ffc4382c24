import { createHash } from "node:crypto";

/** SHA-256 as 64 hexadecimal digits; of a text, of its bytes in UTF-8. */
export const sha256Hex = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");
