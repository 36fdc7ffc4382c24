import { z } from "zod";

import { delayReasons } from "@/lib/adoption/types";
import { choice, date, id, text } from "@/lib/gate/fields";

export const delayForm = z.object({
  agencyId: id,
  code: z.string(),
  reason: choice(delayReasons),
  note: text(500),
  statedOn: date,
});
export type DelayForm = z.output<typeof delayForm>;
