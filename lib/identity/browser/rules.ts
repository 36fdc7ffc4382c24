import { isId } from "@/lib/kernel/ids";

/** The header by which a request of the app for the field says for which account it speaks. */
export const accountHeader = "field-account";

/** By which the site says that its records are made up: to whoever asks, so that no page of them goes without the mark. */
export const illustrativeHeader = "illustrative";

/**
 * What the site answers where the session is another account's, or work comes that names no account: the condition that the header
 * states does not hold. Every edition of the app there has been keeps what is answered so, and tries again.
 */
export const anotherAccount = 412;

/** In which the site leaves behind whose browser this is, for the app that opens without a network; it opens nothing. */
export const accountCookieName = "nenep.account";

/** What the cookie says once somebody has signed out. */
export const nobody = "nobody";

/** Whose browser it is: an account's, nobody's, or not said (null): they signed in before the site said it. */
export type Owner = string | null;

/** What the site has left in the browser's cookies, as a page reads them; where it is served safely, under the name that no other host can plant. */
export function ownerIn(cookies: string): Owner {
  const said = new Map(
    cookies.split(/;\s*/).map((each) => {
      const [name = "", value = ""] = each.split("=");
      return [name, value] as const;
    }),
  );
  const value = said.get(`__Host-${accountCookieName}`) ?? said.get(accountCookieName);
  return value !== undefined && (value === nobody || isId(value)) ? value : null;
}

/** May a page go on showing and sending what this account has on the device? */
export const isOwners = (owner: Owner, accountId: string): boolean => owner === null || owner === accountId;

/** Whose store the app opens: that of the browser's account, and the last one only where the site has never said whose it is. */
export function storeToOpen(owner: Owner, last: string | null): string | null {
  if (owner === null) return last;
  return owner === nobody ? null : owner;
}
