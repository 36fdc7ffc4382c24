import { createTranslator } from "next-intl";

import type { Locale } from "@/lib/kernel/format";
import { en } from "@/messages/en";
import { vi } from "@/messages/vi";

export const catalogues = { vi, en } satisfies Record<Locale, unknown>;

/** The words of a language outside a request: for mails, which are written to somebody who is not looking. */
export const wordsIn = (locale: Locale) =>
  createTranslator({ locale, messages: catalogues[locale], timeZone: "Asia/Ho_Chi_Minh" });
