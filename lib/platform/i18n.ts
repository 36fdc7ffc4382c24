import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";

import { locales, type Locale } from "@/lib/kernel/format";
import { catalogues } from "@/lib/platform/words";

export const localeCookie = "nenep.locale";

export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  return locales.find((locale) => locale === chosen) ?? "vi";
}

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale, messages: catalogues[locale], timeZone: "Asia/Ho_Chi_Minh" };
});
