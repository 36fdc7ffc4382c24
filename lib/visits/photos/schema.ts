import { z } from "zod";

import { largestPhoto, longestCaption, unnamed } from "@/lib/visits/photos/rules";
import { fieldFormat, instant, questionCode } from "@/lib/visits/schema";
import { fileNameOf } from "@/lib/files/rules";
import { id, optionalText, requiredFile } from "@/lib/gate/fields";

export const sha256 = z.string({ error: "unknown-input" }).regex(/^[0-9a-f]{64}$/, "unknown-input");

export const caption = optionalText(longestCaption);

/** Where a piece begins, as the address says it. */
export const chunkPlace = z.object({
  visitId: id,
  sha256,
  start: z.coerce
    .number({ error: "unknown-input" })
    .int("unknown-input")
    .min(0, "unknown-input")
    .max(largestPhoto - 1, "unknown-input"),
});
export type ChunkPlace = z.output<typeof chunkPlace>;

/** What a device says of a photograph whose pieces it has sent. */
export const photoMessage = z.strictObject({
  format: fieldFormat,
  visitId: id,
  questionCode,
  sha256,
  /** Whatever it is called: it is cut to what is kept, and no name keeps a photograph on its device. */
  fileName: z.string({ error: "unknown-input" }).transform((name) => fileNameOf(name, unnamed)),
  caption,
  recordedAt: instant,
});

/** The same from an office form, the file with it. */
export const photoForm = z.object({ visitId: id, questionCode, photo: requiredFile, caption });
