import { z } from "zod";

import { choice, id } from "@/lib/gate/fields";
import { locales } from "@/lib/kernel/format";

/** A new address in the language that the calendar will speak, and the one it takes the place of, if there is one. */
export const issueForm = z.strictObject({
  locale: choice(locales),
  replaces: z
    .union([z.literal(""), id], { error: "not-an-id" })
    .transform((value) => (value === "" ? null : value)),
});
/** The address to be ended. */
export const revokeForm = z.strictObject({ id });
