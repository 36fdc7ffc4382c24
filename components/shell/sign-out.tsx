"use client";

import { useState } from "react";

/** What the app for the field leaves for the other pages of this browser: whose it was last, and how much each account has not sent. */
const account = "nenep.field.account";
const waiting = (accountId: string): string => `nenep.field.waiting.${accountId}`;

export type SignOutProps = {
  accountId: string;
  csrfToken: string;
  words: { signOut: string; unsent: string; toField: string; toFile: string; anyway: string };
};

/** A browser that refuses to remember holds nothing of the app for the field either. */
function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

const unsentOf = (accountId: string): number => Number(remembered(waiting(accountId)) ?? 0);

/** What an account took along is not left behind where it signs out, unless something of it has not been sent. */
function clearDevice(accountId: string): void {
  if (remembered(waiting(accountId)) === null || unsentOf(accountId) > 0) return;
  indexedDB.deleteDatabase(`nenep-field-${accountId}`);
  localStorage.removeItem(waiting(accountId));
  if (remembered(account) === accountId) localStorage.removeItem(account);
}

/** Signing out asks first where this device still holds something that has not been sent. */
export function SignOut({ accountId, csrfToken, words }: SignOutProps) {
  const [unsent, setUnsent] = useState(0);
  return (
    <form
      method="post"
      action="/api/auth/signout"
      onSubmit={(event) => {
        const left = unsentOf(accountId);
        if (left > 0 && unsent === 0) {
          event.preventDefault();
          setUnsent(left);
        } else clearDevice(accountId);
      }}
    >
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value="/sign-in" />
      {unsent > 0 && (
        <p className="notice watch" role="alert">
          {words.unsent.replace("{count}", String(unsent))} <a href="/field">{words.toField}</a>{" "}
          <a href="/field#/queue">{words.toFile}</a>
        </p>
      )}{" "}
      <button className="link-button">{unsent > 0 ? words.anyway : words.signOut}</button>
    </form>
  );
}
