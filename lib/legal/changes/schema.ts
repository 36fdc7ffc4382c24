import { z } from "zod";

import { choice, id, line, optionalDate, optionalText, shown, text } from "@/lib/gate/fields";
import { legalRelationKinds } from "@/lib/legal/types";

/** One thing that a document does to another. */
export const relationForm = z.object({
  lawId: id,
  kind: choice(legalRelationKinds),
  /** The other document by its number, as it stands in the register. */
  target: line(300),
  /** Is the other document noted though nobody registered it? */
  unregistered: z.enum(["", "1"], { error: "unknown-input" }).default(""),
  provisions: optionalText(300),
  effectiveOn: optionalDate,
});

export const droppedRelationForm = z.object({ lawId: id, relationId: id });

/** What was noted is released as its page showed it. */
export const releaseForm = z.object({ lawId: id, changeId: id, shown });

export const undoForm = z.object({ lawId: id, changeId: id, reason: text(1000), shown });
