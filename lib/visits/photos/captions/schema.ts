import { z } from "zod";

import { caption, sha256 } from "@/lib/visits/photos/schema";
import { fieldFormat, instant, questionCode } from "@/lib/visits/schema";
import { id } from "@/lib/gate/fields";

/** What a device says of a photograph that it has sent before: the picture is named by its bytes. */
export const captionMessage = z.strictObject({
  format: fieldFormat,
  visitId: id,
  questionCode,
  sha256,
  caption,
  recordedAt: instant,
});

export type CaptionForm = { visitId: string; questionCode: string; photoId: string; caption: string };

/** The same from an office form. Several stand on one page, so that each field bears the name of its photograph. */
export const captionForm = z
  .looseObject({ visitId: id, questionCode, photoId: id })
  .transform(({ visitId, questionCode: code, photoId, ...form }, context): CaptionForm => {
    const name = `caption.${photoId}`;
    const parsed = caption.safeParse(form[name]);
    for (const { message, ...issue } of parsed.error?.issues ?? [])
      context.addIssue({
        ...{ code: "custom", message, path: [name] },
        params: "params" in issue ? (issue.params as object) : {},
      });
    return { visitId, questionCode: code, photoId, caption: parsed.data ?? "" };
  });
