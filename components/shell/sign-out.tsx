"use client";

import { useState } from "react";

/** What the app for the field leaves for the other pages of this browser: whose it is, and how much it has not sent. */
const account = "nenep.field.account";
const waiting = "nenep.field.waiting";

export type SignOutProps = {
  csrfToken: string;
  words: { signOut: string; unsent: string; toField: string; toFile: string; anyway: string };
};

const unsentHere = (): number => Number(localStorage.getItem(waiting) ?? 0);

/** What was taken along is not left behind on a device that is signed out of, unless something of it has not been sent. */
function clearDevice(): void {
  const owner = localStorage.getItem(account);
  if (owner === null || unsentHere() > 0) return;
  indexedDB.deleteDatabase(`nenep-field-${owner}`);
  localStorage.removeItem(account);
}

/** Signing out asks first where this device still holds something that has not been sent. */
export function SignOut({ csrfToken, words }: SignOutProps) {
  const [unsent, setUnsent] = useState(0);
  return (
    <form
      method="post"
      action="/api/auth/signout"
      onSubmit={(event) => {
        const left = unsentHere();
        if (left > 0 && unsent === 0) {
          event.preventDefault();
          setUnsent(left);
        } else clearDevice();
      }}
    >
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value="/sign-in" />
      {unsent > 0 && (
        <p className="notice watch" role="alert">
          {words.unsent.replace("{count}", String(unsent))} <a href="/field">{words.toField}</a>{" "}
          <a href="/field#/queue">{words.toFile}</a>
        </p>
      )}
      <button className="link-button">{unsent > 0 ? words.anyway : words.signOut}</button>
    </form>
  );
}
