import { randomBytes } from "node:crypto";

import { issueForm, revokeForm } from "@/lib/programme/calendar/schema";
import type { Viewer } from "@/lib/identity/types";
import { tokenHash } from "@/lib/identity/viewer";
import { ownChain } from "@/lib/journal/access";
import { command, commandWithSecret, type Acting } from "@/lib/journal/commands";
import type { Told } from "@/lib/journal/events/types";
import { refuse } from "@/lib/kernel/result";
import { publicUrl } from "@/lib/platform/env";

const told = <Name extends "calendar-issued" | "calendar-revoked">(
  viewer: Viewer,
  action: Name,
): Told<"account", Name> => ({
  ...{ chain: ownChain(viewer), entity: "account", entityId: viewer.accountId ?? "", action },
  content: { name: viewer.name },
});

/** Ends this address if it is one's own and still lives. */
async function revoke({ tx, viewer }: Acting, id: string): Promise<void> {
  const ended = await tx.$executeRaw`update calendar_feed set revoked_at = now()
    where id = ${id}::uuid and account_id = ${viewer.accountId}::uuid and revoked_at is null`;
  if (ended === 0) refuse("already-done");
}

/**
 * A calendar address of one's own, shown once; the one that it takes the place of ends with it. Sent twice, the second is
 * refused: the address just shown lives on.
 */
export const issueFeed = commandWithSecret(
  "calendar.self",
  issueForm,
  async (acting, { locale, replaces }) => {
    const { tx, viewer } = acting;
    const { accountId } = viewer;
    if (!accountId) refuse("not-yours");
    const token = randomBytes(32).toString("base64url");
    if (replaces !== null) await revoke(acting, replaces);
    await tx.calendarFeed.create({
      data: { accountId, tokenHash: tokenHash(token), locale },
      select: { id: true },
    });
    return {
      event: told(viewer, "calendar-issued"),
      secret: `${publicUrl()}/calendars/${token}.ics`,
    };
  },
);

/** Ends one's own calendar address: whoever holds it reads nothing any more. */
export const revokeFeed = command("calendar.self", revokeForm, async (acting, { id }) => {
  await revoke(acting, id);
  return told(acting.viewer, "calendar-revoked");
});
