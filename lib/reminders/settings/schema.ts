import { z } from "zod";

import { choice } from "@/lib/gate/fields";
import { locales } from "@/lib/kernel/format";
import { clean } from "@/lib/kernel/text";

/** A mail address as it is typed on a form; none is a fine answer. */
const address = z
  .string()
  .default("")
  .transform(clean)
  .refine(
    (value) => value === "" || (value.length <= 254 && z.email().safeParse(value).success),
    "not-an-address",
  )
  .transform((value) => (value === "" ? null : value));

export const mailSettingForm = z.strictObject({
  address,
  language: choice(locales),
  reminders: choice(["on", "off"]),
});
export type MailSettingForm = z.output<typeof mailSettingForm>;
