import { z } from "zod";

import { passingKinds } from "@/lib/accounts/handover/types";
import { choice, id, shown } from "@/lib/gate/fields";

/** Who takes over: an account, or nobody yet, which has to be said. */
const successor = z
  .union([z.literal(""), z.literal("later"), id], { error: "not-an-id" })
  .optional()
  .transform((value) => value ?? "");

const things = z
  .union([choice(passingKinds), z.array(choice(passingKinds))])
  .optional()
  .transform((value) => [value ?? []].flat());

export const handoverForm = z.strictObject({ id, successor, things, shown });
export type HandoverForm = z.output<typeof handoverForm>;
