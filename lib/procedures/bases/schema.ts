import { z } from "zod";

import { id, shown, text } from "@/lib/gate/fields";

/** What a text rests on, one document of law a line, as a paper's own lines of bases are pasted. */
export const basesForm = z.object({
  documentId: id,
  revisionId: id,
  lines: text(10_000, "bases-needed"),
  shown,
});
