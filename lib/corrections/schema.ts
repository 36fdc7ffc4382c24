import { z } from "zod";

import { entryKinds } from "@/lib/corrections/types";
import { agencyCode, choice, id, shown, text } from "@/lib/gate/fields";

export const cancelForm = z.object({
  agencyId: id,
  agencyCode,
  of: choice(entryKinds),
  id,
  /** The record the entry is about: where the form leads to afterwards, never what it acts on. */
  about: id,
  reason: text(1000),
  shown,
});
