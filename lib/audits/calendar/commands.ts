import { randomBytes } from "node:crypto";

import type { IssueInput } from "@/lib/audits/calendar/schema";
import type { Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { tokenHash } from "@/lib/identity/viewer";
import { ownChain } from "@/lib/journal/access";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { publicUrl } from "@/lib/platform/env";

const told = (tx: Tx, viewer: Viewer, action: string): Promise<Receipt> =>
  record(tx, viewer, {
    chain: ownChain(viewer),
    action,
    entity: "account",
    entityId: viewer.accountId ?? "",
    content: { name: viewer.name },
  });

/** Ends this address if it is one's own and still lives. */
const revoke = (tx: Tx, viewer: Viewer, id: string): Promise<number> =>
  tx.$executeRaw`update calendar_feed set revoked_at = now()
    where id = ${id}::uuid and account_id = ${viewer.accountId}::uuid and revoked_at is null`;

/**
 * A calendar address of one's own, shown once; the one that it takes the place of ends with it. Sent twice, the second is
 * refused: the address just shown lives on.
 */
export async function issueFeed(
  viewer: Viewer,
  { locale, replaces }: IssueInput,
): Promise<Result<{ receipt: Receipt; secret: string }>> {
  const { accountId } = viewer;
  if (!accountId || !may(viewer, "calendar.self")) return refused(problem("not-yours"));
  const token = randomBytes(32).toString("base64url");
  const result = await change(viewer, async (tx) => {
    if (replaces !== null && (await revoke(tx, viewer, replaces)) === 0)
      return refused(problem("already-done"));
    await tx.calendarFeed.create({
      data: { accountId, tokenHash: tokenHash(token), locale },
      select: { id: true },
    });
    return done(await told(tx, viewer, "calendar-issued"));
  });
  if (!result.ok) return result;
  return done({ receipt: result.value, secret: `${publicUrl()}/calendars/${token}.ics` });
}

/** Ends one's own calendar address: whoever holds it reads nothing any more. */
export async function revokeFeed(viewer: Viewer, { id }: { id: string }): Promise<Result<Receipt>> {
  if (!may(viewer, "calendar.self")) return refused(problem("not-yours"));
  return change(viewer, async (tx) =>
    (await revoke(tx, viewer, id)) === 0
      ? refused(problem("already-done"))
      : done(await told(tx, viewer, "calendar-revoked")),
  );
}
