import { z } from "zod";

import { milestoneKinds } from "@/lib/adoption/types";
import { agencyCode, choice, id, optionalFile, pastDay, text } from "@/lib/gate/fields";

export const milestoneForm = z.object({
  agencyId: id,
  code: agencyCode,
  kind: choice(milestoneKinds),
  occurredOn: pastDay,
  editionId: choice(["2008", "2015"]),
  evidence: text(500),
  scan: optionalFile,
});
export type MilestoneForm = z.output<typeof milestoneForm>;
