import { z } from "zod";

import { reviewKinds } from "@/lib/self-reviews/types";
import { agencyCode, choice, date, id, optionalFile, pastDay, text } from "@/lib/gate/fields";

export const reviewForm = z.object({
  agencyId: id,
  agencyCode,
  kind: choice(reviewKinds),
  startedOn: date,
  endedOn: pastDay,
  participants: text(500),
  scope: text(1000),
  findings: text(4000),
  minutes: optionalFile,
});
export type ReviewForm = z.output<typeof reviewForm>;
