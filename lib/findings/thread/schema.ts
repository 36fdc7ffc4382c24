import { z } from "zod";

import { purposes } from "@/lib/findings/thread/types";
import { choice, id, optionalFile, text } from "@/lib/gate/fields";

export const messageForm = z.object({
  findingId: id,
  purpose: choice(purposes),
  text: text(4000),
  attachment: optionalFile,
});
