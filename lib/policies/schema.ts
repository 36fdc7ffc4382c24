import { z } from "zod";

import {
  agencyCode,
  id,
  line,
  optionalFile,
  optionalLine,
  pastDay,
  requiredFile,
  shown,
  text,
  version,
} from "@/lib/gate/fields";

const ofAgency = { agencyId: id, agencyCode };

export const policyForm = z.object({ ...ofAgency, version, body: text(8000) });

/** What the head says in signing: who and when is whoever sends it, today. */
export const signatureForm = z.object({ ...ofAgency, version, shown });

/** A signature as it stands on the paper. */
export const signatureRecordForm = z.object({ ...ofAgency, version, signedOn: pastDay, scan: requiredFile });

export const postingForm = z.object({
  ...ofAgency,
  place: line(300),
  postedOn: pastDay,
  photo: optionalFile,
});
export type PostingForm = z.output<typeof postingForm>;

export const removalForm = z.object({ ...ofAgency, postingId: id, removedOn: pastDay });

const year = z
  .string({ error: "unknown-input" })
  .regex(/^2\d{3}$/, "unknown-input")
  .transform(Number);

export const objectiveForm = z.object({
  ...ofAgency,
  objectiveId: z.union([id, z.literal("")]).default(""),
  version,
  /** Of which year a new objective is; an existing one stays in its year. */
  year: year.optional(),
  text: text(500),
  measure: text(500),
  target: line(200),
  result: optionalLine(200),
});
export type ObjectiveForm = z.output<typeof objectiveForm>;
