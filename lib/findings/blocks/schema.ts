import { z } from "zod";

import { id, line, pastDay, text, version } from "@/lib/gate/fields";

export const claimForm = z.object({
  findingId: id,
  version,
  blockingBody: line(200, "claim-body"),
  reference: line(300, "claim-reference"),
  since: pastDay,
  explanation: text(2000, "claim-why"),
});

export const acceptanceForm = z.object({ findingId: id, version });

export const refusalForm = z.object({ findingId: id, version, reason: text(2000, "reason-needed") });

export const unblockingForm = z.object({
  findingId: id,
  version,
  endsOn: pastDay,
  endNote: text(2000, "block-ended-how"),
});
