import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { change, receiptAgain } from "@/lib/journal/entries/commands";
import { canonical } from "@/lib/journal/rules";
import type { FormId, Receipt, Value } from "@/lib/journal/types";
import { done, type Result } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";
import { sha256Hex } from "@/lib/platform/hash";

/** As long as a hand hesitates, or a browser asks again over a bad line. */
const moment = "2 minutes";

/** So many forms of an account are known: more than anybody leaves open. */
const mostForms = 200;

type Posted = Value | File | undefined;

const valueOf = async (field: Posted): Promise<Value> =>
  field instanceof File
    ? [field.name, sha256Hex(new Uint8Array(await field.arrayBuffer()))]
    : (field ?? null);

/** All that was sent as one number: every field, and of each file its name and its bytes. */
async function numberOf(act: string, sent: object): Promise<string> {
  const fields = Object.entries(sent).map(
    async ([name, value]: [string, Posted]) => [name, await valueOf(value)] as const,
  );
  return sha256Hex(canonical([act, Object.fromEntries(await Promise.all(fields))]));
}

/** What was pressed: which act, with what, in which form; whether it would add another record each time. */
type Press = { act: string; sent: object; form: FormId | undefined; adds: boolean };

/** Later entries of the same record as that entry. */
const laterOfIt = Prisma.sql`select later.action from journal_entry done
  join journal_entry later on later.entity = done.entity and later.entity_id = done.entity_id and later.id > done.id
  where done.id = entry_id and later.action <> 'records-sealed'`;

/** Has the account done nothing since that entry, and nobody anything to its record? Minutes seal their visit by themselves. */
const nothingSince = (accountId: string): Prisma.Sql =>
  Prisma.sql`not exists (select 1 from journal_entry where actor_id = ${accountId}::uuid and id > entry_id
    and action <> 'records-sealed') and not exists (${laterOfIt})`;

/** Has nobody taken anything of its record back since that entry? What was taken back may be recorded again. */
const notTakenBack = Prisma.sql`not exists (select 1 from (${laterOfIt}) l where l.action ~ '-(cancelled|discarded|removed|taken-back)$')`;

/**
 * The entry that this form has made with this very content: of what it added, whenever that was, unless it was taken back; of what it
 * changed, as long as nothing has been done since that may have changed it back.
 */
async function entryOfForm(
  tx: Tx,
  accountId: string,
  { form, adds }: Press,
  sum: string,
): Promise<bigint | null> {
  if (form === undefined) return null;
  const [row] = await tx.$queryRaw<{ entry: bigint }[]>`select entry_id as entry from sent_form
    where account_id = ${accountId}::uuid and form_id = ${form}::uuid and sha256 = ${sum}
      and ${adds ? notTakenBack : nothingSince(accountId)}`;
  return row?.entry ?? null;
}

/** The entry that this very content added a moment ago, where nothing has been done since. */
async function entryOfMoment(
  tx: Tx,
  accountId: string,
  { adds }: Press,
  sum: string,
): Promise<bigint | null> {
  if (!adds) return null;
  const [row] = await tx.$queryRaw<{ entry: bigint }[]>`
    select entry_id as entry from sent_once
    where account_id = ${accountId}::uuid and sha256 = ${sum} and sent_at > now() - ${moment}::interval
      and ${nothingSince(accountId)}`;
  return row?.entry ?? null;
}

/** What a form carried last is what it is known by; of an account, the forms that it sent last. */
async function keepForm(tx: Tx, accountId: string, form: FormId, sum: string, entry: bigint): Promise<void> {
  await tx.$executeRaw`insert into sent_form (account_id, form_id, sha256, entry_id)
    values (${accountId}::uuid, ${form}::uuid, ${sum}, ${entry})
    on conflict (account_id, form_id) do update set sha256 = excluded.sha256, entry_id = excluded.entry_id, sent_at = now()`;
  await tx.$executeRaw`delete from sent_form where account_id = ${accountId}::uuid and form_id in (select form_id
    from sent_form where account_id = ${accountId}::uuid order by sent_at desc, entry_id desc offset ${mostForms})`;
}

async function keepMoment(tx: Tx, accountId: string, sum: string, entry: bigint): Promise<void> {
  await tx.$executeRaw`insert into sent_once (account_id, sha256, entry_id)
    values (${accountId}::uuid, ${sum}, ${entry})
    on conflict (account_id) do update set sha256 = excluded.sha256, entry_id = excluded.entry_id, sent_at = now()`;
}

/**
 * A command that is done once however often a form is sent: one that carries again what it carried before gets the receipt it was
 * given, after any time, unless that was taken back. What would add a record gets it for a moment from any form that carries the same,
 * with nothing done between.
 */
export async function changeOnce(
  viewer: Viewer,
  press: Press,
  work: (tx: Tx) => Promise<Result<Receipt>>,
): Promise<Result<Receipt>> {
  const { accountId } = viewer;
  const { act, sent, form, adds } = press;
  if (accountId === null || (form === undefined && !adds)) return change(viewer, work);
  const sum = await numberOf(act, sent);
  return change(viewer, async (tx) => {
    await lock(tx, "once", accountId);
    const before =
      (await entryOfForm(tx, accountId, press, sum)) ?? (await entryOfMoment(tx, accountId, press, sum));
    const result = before === null ? await work(tx) : done(await receiptAgain(tx, before));
    if (!result.ok) return result;
    const entry = BigInt(result.value.number);
    if (form) await keepForm(tx, accountId, form, sum, entry);
    if (adds && before === null) await keepMoment(tx, accountId, sum, entry);
    return result;
  });
}
