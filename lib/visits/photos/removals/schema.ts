import { z } from "zod";

import { sha256 } from "@/lib/visits/photos/schema";
import { fieldFormat, instant, questionCode } from "@/lib/visits/schema";
import { id } from "@/lib/gate/fields";

/** A device takes back a photograph that was sent before: the picture is named by its bytes. */
export const removalMessage = z.strictObject({
  format: fieldFormat,
  visitId: id,
  questionCode,
  sha256,
  recordedAt: instant,
});

/** The same from the office, where it is named by its file. */
export const photoRemoval = z.object({ visitId: id, questionCode, photoId: id });
