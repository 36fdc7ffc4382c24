import { z } from "zod";

import { needsAgency } from "@/lib/accounts/rules";
import { choice, id, line, optionalAddress, shown, version } from "@/lib/gate/fields";
import { accountName } from "@/lib/identity/rules";
import { roles } from "@/lib/identity/types";

/** By what somebody signs in. */
export const accountsName = z
  .string({ error: "required" })
  .transform(accountName)
  .refine((value) => /^[a-z0-9](?:[a-z0-9.-]{0,62})[a-z0-9]$/.test(value), "not-an-account-name");

const agencyId = z
  .union([z.literal(""), id], { error: "not-an-id" })
  .optional()
  .transform((value) => (value ? value : null));

/** A role of the province has no agency, whatever the list beside it says. */
const withAgency = <Input extends { role: (typeof roles)[number]; agencyId: string | null }>(
  input: Input,
): Input => (needsAgency(input.role) ? input : { ...input, agencyId: null });

const agencyWhereNeeded = (
  { role, agencyId: chosen }: { role: (typeof roles)[number]; agencyId: string | null },
  context: z.RefinementCtx,
): void => {
  if (needsAgency(role) && !chosen)
    context.addIssue({ code: "custom", message: "agency-needed", path: ["agencyId"] });
};

/** Whatever else is wrong: all that can be judged is said at once. */
const saidAtOnce: { when: (payload: { value: unknown }) => boolean } = {
  when: ({ value }) => value instanceof Object,
};

/** Whose account it is: somebody who is known already, expressly somebody new, or nothing said. */
const personId = z.union([z.literal(""), z.literal("new"), id], { error: "not-an-id" }).optional();

export const newAccount = z
  .strictObject({
    fullName: line(120),
    name: accountsName,
    personId,
    role: choice(roles),
    agencyId,
    address: optionalAddress,
  })
  .superRefine(agencyWhereNeeded, saidAtOnce)
  .transform(withAgency);

/** Who takes over what can no longer be done: an account, nobody yet, or nothing said. */
const successor = z.union([z.literal(""), z.literal("later"), id], { error: "not-an-id" }).optional();

export const accountRights = z
  .strictObject({ id, version, role: choice(roles), agencyId, personId, successor, shown })
  .superRefine(agencyWhereNeeded, saidAtOnce)
  .transform(withAgency);

export const oneAccount = z.strictObject({ id });
export const passwordReset = z.strictObject({ id, version });
export const oneSession = z.strictObject({ id });
export const nothing = z.strictObject({});

const password = z.string({ error: "required" }).min(1, "required").max(512, "unknown-input");

export const newPassword = z.strictObject({ current: password, password, repeated: password });

export type NewAccount = z.output<typeof newAccount>;
