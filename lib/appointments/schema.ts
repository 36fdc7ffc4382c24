import { z } from "zod";

import { seats } from "@/lib/appointments/types";
import {
  agencyCode,
  choice,
  date,
  id,
  line,
  optionalDate,
  optionalLine,
  pastDay,
  shown,
  text,
} from "@/lib/gate/fields";

const ofAgency = { agencyId: id, agencyCode };
const decision = { decision: line(100), decidedOn: pastDay };

/** Who is appointed to what by which decision: somebody who is known here, or a name that is new. */
export const appointmentForm = z.object({
  ...ofAgency,
  personId: z.union([z.literal(""), id], { error: "not-an-id" }).default(""),
  fullName: optionalLine(120),
  seat: choice(seats),
  title: line(200),
  concurrent: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
  validFrom: date,
  lastDay: optionalDate,
  ...decision,
});
export type AppointmentForm = z.output<typeof appointmentForm>;

/** By what its reader says that they know what was signed on days that will not be covered any more. */
const known = optionalLine(100);

/** The last day on which it holds, and the decision that ends it. */
export const endForm = z.object({ ...ofAgency, id, lastDay: date, ...decision, known, shown });

export const appointmentCancelForm = z.object({ ...ofAgency, id, reason: text(1000), known, shown });

/** Why its end was entered wrongly, and when it ends where the decision that began it says so. */
export const reopenForm = z.object({ ...ofAgency, id, lastDay: optionalDate, reason: text(1000), shown });
