import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { canonical, fingerprintOf, receiptNumber } from "@/lib/journal/rules";
import type { JournalEvent } from "@/lib/journal/events/types";
import type { Receipt } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { Refused, refused, type Refusal, type Result } from "@/lib/kernel/result";
import { log } from "@/lib/platform/log";
import { reasonOf } from "@/lib/platform/outage";
import { codeOfRefusal } from "@/lib/platform/sql-errors";

type Sealed = { id: bigint; at: Date; hash: Uint8Array };

const receiptOf = ({ id, at, hash }: Sealed): Receipt =>
  ({ number: receiptNumber(id), at, fingerprint: fingerprintOf(hash) }) as Receipt;

/** What a viewer did not send but somebody else brought in says so in each entry. */
const contentOf = ({ broughtInBy }: Viewer, { content }: JournalEvent): JournalEvent["content"] =>
  broughtInBy === null ? content : { ...content, broughtInBy };

/** Writes history inside the transaction of the change; the database seals it (migration 0003). */
export async function record(tx: Tx, viewer: Viewer, event: JournalEvent): Promise<Receipt> {
  const rows = await tx.$queryRaw<Sealed[]>`
    insert into journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content)
    values (${event.chain}::uuid, ${viewer.accountId}::uuid, ${viewer.name}, ${viewer.role}, ${event.action},
      ${event.entity}, ${event.entityId}, ${canonical(contentOf(viewer, event))})
    returning id, at, hash`;
  const sealed = rows[0];
  if (!sealed) throw new Error("journal entry not written");
  return receiptOf(sealed);
}

/** The receipt given before, for what arrives a second time. */
export async function receiptAgain(tx: Tx, entry: bigint): Promise<Receipt> {
  const select = { id: true, at: true, hash: true } as const;
  return receiptOf(await tx.journalEntry.findUniqueOrThrow({ where: { id: entry }, select }));
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  const code = codeOfRefusal(error);
  if (code === null) return null;
  // A schema ought to have said so before, at the field: whoever runs the site reads where.
  if (code === "unstorable") log.error({ event: "unstorable", reason: reasonOf(error) });
  return refused(problem(code));
}

/** One transaction that ends in a receipt, or in a refusal that leaves nothing behind. */
export async function change<Proof extends Receipt>(
  viewer: Viewer,
  work: (tx: Tx) => Promise<Result<Proof>>,
): Promise<Result<Proof>> {
  try {
    return await asViewer(viewer, async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      return result;
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}
