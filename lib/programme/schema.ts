import { z } from "zod";

import { modes, type Team } from "@/lib/programme/types";
import { choice, code, count, date, id, ids, optionalText, pastDay, text, version } from "@/lib/gate/fields";

const year = z
  .string({ error: "unknown-input" })
  .regex(/^20\d{2}$/, "unknown-input")
  .transform(Number);

const mostVisits = 300;

/** How a year's draft is to be proposed. */
export const proposalForm = z.strictObject({
  year,
  onSite: count(mostVisits),
  desk: count(mostVisits),
  from: date,
  to: date,
});

const person = z
  .union([z.literal(""), id], { error: "not-an-id" })
  .optional()
  .transform((value) => (value ? value : null));

const ticked = z
  .literal("yes", { error: "unknown-input" })
  .optional()
  .transform((value) => value === "yes");

const visit = {
  year,
  mode: choice(modes),
  plannedOn: date,
  keepDay: ticked,
  leader: person,
  deputy: person,
  secretary: person,
  members: ids(20),
};

type TeamFields = Team & { mode: unknown };

const withTeam = <Input extends TeamFields>({ leader, deputy, secretary, members, ...input }: Input) => ({
  ...input,
  team: { leader, deputy, secretary, members },
});

const reasonLength = 1000;

/** A visit that is in the plan. The reason is asked for once the programme is approved. */
export const replanForm = z
  .strictObject({ ...visit, visitId: id, version, others: ticked, reason: optionalText(reasonLength) })
  .transform(withTeam);

/** An agency that the proposal left out. */
export const addForm = z
  .strictObject({ ...visit, agencyId: id, reason: text(reasonLength) })
  .transform(withTeam);

/** A visit that shall not take place. */
export const leaveOutForm = z.strictObject({ year, visitId: id, version, reason: text(reasonLength) });

export const approvalForm = z.strictObject({
  year,
  version,
  decisionNumber: code(60),
  decidedOn: pastDay,
});
export type ApprovalInput = z.output<typeof approvalForm>;
