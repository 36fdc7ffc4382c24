import type { Tx } from "@/lib/identity/database";
import { lacksOffice, notInPost, type Action } from "@/lib/identity/matrix";
import type { Office, Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Problem } from "@/lib/kernel/problem";

/**
 * Why whoever asks may not do this by their office, asked once more in the transaction of the act: an appointment that has ended since
 * their session was looked up lends nothing. Null where they may.
 */
export async function officeRefusal(
  tx: Tx,
  viewer: Viewer,
  action: Action,
  on: PlainDate,
): Promise<Problem | null> {
  if (viewer.role !== "head") return null;
  const [row] = await tx.$queryRaw<{ office: Office | null }[]>`
    select office_on(${viewer.accountId}::uuid, ${on}::date) as office`;
  const office = row?.office ?? null;
  return lacksOffice({ role: viewer.role, office }, action) ? notInPost(office) : null;
}
