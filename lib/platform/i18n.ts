import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";

import { locales, type Locale } from "@/lib/kernel/format";
import { en } from "@/messages/en";
import { vi } from "@/messages/vi";

export const localeCookie = "nenep.locale";

const catalogues = { vi, en } satisfies Record<Locale, unknown>;

export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  return locales.find((locale) => locale === chosen) ?? "vi";
}

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale, messages: catalogues[locale], timeZone: "Asia/Ho_Chi_Minh" };
});
