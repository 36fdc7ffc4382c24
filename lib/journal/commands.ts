import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { canonical, fingerprintOf, receiptNumber } from "@/lib/journal/rules";
import type { Happening, Receipt } from "@/lib/journal/types";
import { problem, type ProblemCode } from "@/lib/kernel/problem";
import { refused, type Refusal, type Result } from "@/lib/kernel/result";

type Sealed = { id: bigint; at: Date; hash: Uint8Array };

/** Writes history inside the transaction of the change; the database seals it (migration 0003). */
export async function record(tx: Tx, viewer: Viewer, happening: Happening): Promise<Receipt> {
  const rows = await tx.$queryRaw<Sealed[]>`
    insert into journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content)
    values (${happening.chain}::uuid, ${viewer.accountId}::uuid, ${viewer.name}, ${viewer.role}, ${happening.action},
      ${happening.entity}, ${happening.entityId}, ${canonical(happening.content)})
    returning id, at, hash`;
  const sealed = rows[0];
  if (!sealed) throw new Error("journal entry not written");
  const receipt = {
    number: receiptNumber(sealed.id),
    at: sealed.at,
    fingerprint: fingerprintOf(sealed.hash),
  };
  return receipt as Receipt;
}

class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super("refused");
  }
}

/** What the database refuses by a constraint, where two people acted at the same moment, in words for a person. */
const refusals: readonly (readonly [RegExp, ProblemCode])[] = [
  [/NN002/, "visit-final"],
  [/23505|23P01|P2002|Unique constraint/, "already-done"],
];

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RolledBack) return error.refusal;
  const text = error instanceof Error ? `${error.name} ${JSON.stringify(error)} ${error.message}` : "";
  const found = refusals.find(([pattern]) => pattern.test(text));
  return found ? refused(problem(found[1])) : null;
}

/** A command: one transaction that ends in a receipt, or in a refusal that leaves nothing behind. */
export async function change(
  viewer: Viewer,
  work: (tx: Tx) => Promise<Result<Receipt>>,
): Promise<Result<Receipt>> {
  try {
    return await asViewer(viewer, async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new RolledBack(result);
      return result;
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}
