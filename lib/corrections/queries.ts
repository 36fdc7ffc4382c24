import { consequencesFor } from "@/lib/adoption/consequences/queries";
import type { Consequences } from "@/lib/adoption/consequences/types";
import { cancelledBy, loadEntries, type StoredEntry } from "@/lib/corrections/entries/queries";
import { judgedAs, mayCancel } from "@/lib/corrections/rules";
import type { CancelledEntry, Corrections, Entry, EntryKind } from "@/lib/corrections/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { now, today } from "@/lib/platform/clock";

/** The milestone that goes with an entry, as the one milestone of its kind and day; null where the entry is none. */
const milestoneOf = (tx: Tx, { of, id }: Pick<Entry, "of" | "id">) =>
  tx.milestone.findFirst({
    where: of === "declaration" ? { declarationId: id } : { id },
    select: { kind: true, occurredOn: true },
  });

/** What the figures would be without an entry; null where they do not rest on entries of its kind. */
export async function consequencesOfCancelling(
  tx: Tx,
  agencyId: string,
  entry: Pick<Entry, "of" | "id">,
): Promise<Consequences | null> {
  const wrong = await milestoneOf(tx, entry);
  if (!wrong) return null;
  const day = fromDatabase(wrong.occurredOn);
  return consequencesFor(
    tx,
    agencyId,
    (milestones) => milestones.filter(({ kind, occurredOn }) => kind !== wrong.kind || occurredOn !== day),
    await today(),
  );
}

/** An entry, whether it is for this viewer to cancel, what that would change, and why nobody can any more. */
export type Cancellable = {
  entry: Entry;
  mine: boolean;
  consequences: Consequences | null;
  past: Problem | null;
};

const pastOf = (of: EntryKind, { cancellation, judged }: StoredEntry): Problem | null => {
  if (cancellation) return problem("cancelled-before", undefined, cancelledBy(cancellation));
  return judged ? problem(judgedAs(of)) : null;
};

/** An entry of this agency, for those who may cancel any; null where there is none. */
export async function findCancellable(
  viewer: Viewer,
  agencyId: string,
  of: EntryKind,
  id: string,
): Promise<Cancellable | null> {
  if (!isId(id) || !mayFor(viewer, "entries.cancel", agencyId)) return null;
  return asViewer(viewer, async (tx) => {
    const [row] = await loadEntries(tx, of, { agencyId, id });
    if (!row) return null;
    const past = pastOf(of, row);
    const entry = { of, id, about: row.about, on: row.on, name: row.name };
    return {
      entry,
      mine: mayCancel(viewer, row, now()),
      consequences: past ? null : await consequencesOfCancelling(tx, agencyId, entry),
      past,
    };
  });
}

const cancelledOf = ({
  of,
  id,
  about,
  on,
  name,
  said,
  fileId,
  cancellation,
}: StoredEntry): CancelledEntry[] =>
  cancellation
    ? [
        {
          ...{ of, id, about, on, name },
          ...{ said: said ?? [], fileId: fileId ?? null },
          reason: cancellation.reason,
          by: cancellation.cancelledName,
          at: cancellation.cancelledAt,
        },
      ]
    : [];

/** What was cancelled of these kinds of entries of an agency, the last first, and the ids of those that this viewer may cancel. */
export async function listCorrections(
  viewer: Viewer,
  agencyId: string,
  kinds: readonly EntryKind[],
): Promise<Corrections> {
  const readable = agencyWhere(viewer, "agencies.read").agencyId ?? agencyId;
  if (readable !== agencyId) return { cancelled: [], cancellable: [] };
  return asViewer(viewer, async (tx) => {
    const entries: StoredEntry[] = [];
    for (const of of kinds) entries.push(...(await loadEntries(tx, of, { agencyId })));
    const open = mayFor(viewer, "entries.cancel", agencyId)
      ? entries.filter((each) => !each.cancellation && !each.judged)
      : [];
    return {
      cancelled: entries.flatMap(cancelledOf).sort((a, b) => b.at.getTime() - a.at.getTime()),
      cancellable: open.filter((each) => mayCancel(viewer, each, now())).map(({ id }) => id),
    };
  });
}
