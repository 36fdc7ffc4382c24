import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { change, receiptAgain } from "@/lib/journal/entries/commands";
import { canonical } from "@/lib/journal/rules";
import type { Receipt, Value } from "@/lib/journal/types";
import { done, type Result } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";
import { sha256Hex } from "@/lib/platform/hash";

/** As long as a hand hesitates, or a browser asks again over a bad line. */
const moment = "2 minutes";

type Field = Value | File | undefined;

const valueOf = async (field: Field): Promise<Value> =>
  field instanceof File
    ? [field.name, sha256Hex(new Uint8Array(await field.arrayBuffer()))]
    : (field ?? null);

/** All that was sent as one number: every field, and of each file its name and its bytes. */
async function numberOf(act: string, sent: object): Promise<string> {
  const fields = Object.entries(sent).map(
    async ([name, value]: [string, Field]) => [name, await valueOf(value)] as const,
  );
  return sha256Hex(canonical([act, Object.fromEntries(await Promise.all(fields))]));
}

/** The entry that this very content made a moment ago, where the account has done nothing since; minutes seal their visit by themselves. */
async function entryBefore(tx: Tx, accountId: string, sum: string): Promise<bigint | null> {
  await lock(tx, "once", accountId);
  const [row] = await tx.$queryRaw<{ entry: bigint }[]>`
    select entry_id as entry from sent_once
    where account_id = ${accountId}::uuid and sha256 = ${sum} and sent_at > now() - ${moment}::interval
      and not exists (select 1 from journal_entry where actor_id = ${accountId}::uuid and id > entry_id
        and action <> 'records-sealed')`;
  return row?.entry ?? null;
}

/**
 * A command that adds a record, and would add another each time it is sent. The same content from the same account within a moment,
 * with nothing done between, is the same press of a button: it gets the receipt it was given.
 */
export async function changeOnce(
  viewer: Viewer,
  act: string,
  sent: object,
  work: (tx: Tx) => Promise<Result<Receipt>>,
): Promise<Result<Receipt>> {
  const { accountId } = viewer;
  if (accountId === null) return change(viewer, work);
  const sum = await numberOf(act, sent);
  return change(viewer, async (tx) => {
    const before = await entryBefore(tx, accountId, sum);
    if (before !== null) return done(await receiptAgain(tx, before));
    const result = await work(tx);
    if (result.ok)
      await tx.$executeRaw`insert into sent_once (account_id, sha256, entry_id)
        values (${accountId}::uuid, ${sum}, ${BigInt(result.value.number)})
        on conflict (account_id) do update set sha256 = excluded.sha256, entry_id = excluded.entry_id, sent_at = now()`;
    return result;
  });
}
