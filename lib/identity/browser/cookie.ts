import { cookies } from "next/headers";

import { accountCookieName, nobody } from "@/lib/identity/browser/rules";
import { cookieOptions, prefix } from "@/lib/identity/cookies";

const name = (): string => `${prefix()}${accountCookieName}`;
const year = 365 * 24 * 3600;

/** Leaves behind whose browser this is, readable by the site's own pages; null: nobody's, since somebody signed out. */
export async function sayWhoseBrowser(accountId: string | null): Promise<void> {
  const jar = await cookies();
  jar.set(name(), accountId ?? nobody, { ...cookieOptions(), httpOnly: false, maxAge: year });
}

/** The same for a browser that says otherwise: it signed in before the site said it. */
export async function correctWhoseBrowser(accountId: string | null): Promise<void> {
  const said = (await cookies()).get(name())?.value;
  if (accountId !== null && said !== accountId) await sayWhoseBrowser(accountId);
}
