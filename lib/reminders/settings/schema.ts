import { z } from "zod";

import { choice, optionalAddress } from "@/lib/gate/fields";
import { locales } from "@/lib/kernel/format";

export const mailSettingForm = z.strictObject({
  address: optionalAddress,
  language: choice(locales),
  reminders: choice(["on", "off"]),
});
export type MailSettingForm = z.output<typeof mailSettingForm>;
