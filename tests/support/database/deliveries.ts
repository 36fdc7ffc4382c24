import { createHash, randomBytes } from "node:crypto";

import { uuidv7 } from "@/lib/kernel/ids";
import { rowsOf } from "@/tests/support/database/viewer";

/** What a device says of an item beside its words. */
export const mark = (recordedAt = "2017-12-31T02:00:00Z") => ({
  id: uuidv7(Date.now(), randomBytes(10)),
  recordedAt: new Date(recordedAt),
});
export const count = async (statement: string, visit: string): Promise<number> =>
  Number((await rowsOf<{ n: string }>(statement, [visit]))[0]?.n);
export const entries = (visit: string, action: string): Promise<number> =>
  count(`select count(*) as n from journal_entry where entity_id = $1 and action = '${action}'`, visit);
export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
