import type { Locale } from "@/lib/kernel/format";

/** Where and how somebody is reminded by mail. What they owe stands on their screen all the same. */
export type MailSetting = { address: string | null; language: Locale; stopped: boolean };
