import { z } from "zod";

import { delayReasons } from "@/lib/adoption/types";
import { agencyCode, choice, id, pastDay, text } from "@/lib/gate/fields";

export const delayForm = z.object({
  agencyId: id,
  code: agencyCode,
  reason: choice(delayReasons),
  note: text(500),
  statedOn: pastDay,
});
export type DelayForm = z.output<typeof delayForm>;
