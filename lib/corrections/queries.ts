import { consequencesFor } from "@/lib/adoption/consequences/queries";
import type { Consequences } from "@/lib/adoption/consequences/types";
import { cancelledBy, loadEntries } from "@/lib/corrections/entries/queries";
import type { StoredEntry } from "@/lib/corrections/entries/types";
import { judgedAs, mayCancel } from "@/lib/corrections/rules";
import type { CancelledEntry, Corrections, Entry, EntryKind, Moved } from "@/lib/corrections/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { shownAs } from "@/lib/kernel/shown";
import { now, today } from "@/lib/platform/clock";
import { yearlyDuties } from "@/lib/self-reviews/rules";
import { reviewKinds, type ReviewKind } from "@/lib/self-reviews/types";

/** The milestone that goes with an entry, as the one milestone of its kind and day; null where the entry is none. */
const milestoneOf = (tx: Tx, { of, id }: Pick<Entry, "of" | "id">) =>
  tx.milestone.findFirst({
    where: of === "declaration" ? { declarationId: id } : { id },
    select: { kind: true, occurredOn: true },
  });

/** What the figures would be without an entry; null where they do not rest on entries of its kind. */
async function consequencesOfCancelling(
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

/** When the next review is due of a document, without one of those that were held. */
async function nextWithout(tx: Tx, id: string): Promise<Moved[]> {
  const wrong = await tx.documentReview.findUnique({
    where: { id },
    select: {
      revision: {
        select: {
          reviewDueOn: true,
          reviews: {
            where: { cancellationId: null },
            orderBy: [{ reviewedOn: "desc" }, { recordedAt: "desc" }],
            select: { id: true, nextDueOn: true },
          },
        },
      },
    },
  });
  if (!wrong) return [];
  const { reviews, reviewDueOn } = wrong.revision;
  const due = (held: typeof reviews) => fromDatabaseOrNull(held[0]?.nextDueOn ?? reviewDueOn);
  return moved("document", due(reviews), due(reviews.filter((each) => each.id !== id)));
}

/** When the yearly reviews of an agency are due, where that changes with the day since which it is declared. */
async function yearlyMoved(
  tx: Tx,
  agencyId: string,
  { since }: Consequences,
  on: PlainDate,
): Promise<Moved[]> {
  if (since.before === since.after) return [];
  const rows = await tx.agencyReview.findMany({
    where: { agencyId, cancellationId: null },
    select: { kind: true, endedOn: true },
  });
  const held = rows.map(({ kind, endedOn }) => ({ kind, endedOn: fromDatabase(endedOn) }));
  const dueBy = (from: PlainDate | null, kind: ReviewKind) => {
    const duty = yearlyDuties(held, from, on).find((each) => each.kind === kind);
    return duty && duty.state !== "done" ? duty.dueOn : null;
  };
  return reviewKinds.flatMap((kind) => moved(kind, dueBy(since.before, kind), dueBy(since.after, kind)));
}

const moved = (what: Moved["what"], before: PlainDate | null, after: PlainDate | null): Moved[] =>
  before === after ? [] : [{ what, before, after }];

/** Does a text that was in force before come into force again? Of other entries than approvals nothing does. */
async function earlierOf(
  tx: Tx,
  agencyId: string,
  { of, id, about }: Pick<StoredEntry, "of" | "id" | "about">,
): Promise<boolean> {
  const standing = { agencyId, cancellationId: null, id: { not: id } };
  const select = { id: true } as const;
  if (of === "policy_signature")
    return Boolean(
      await tx.qualityPolicy.findFirst({ where: { ...standing, signedOn: { not: null } }, select }),
    );
  if (of !== "document_approval") return false;
  const where = { ...standing, documentId: about, approvedOn: { not: null } };
  return Boolean(await tx.documentRevision.findFirst({ where, select }));
}

type Following = Pick<Cancellable, "consequences" | "moved" | "hasEarlier" | "shown">;

/** What follows from cancelling an entry, and by what its form tells that this was shown. */
export async function followingFrom(
  tx: Tx,
  agencyId: string,
  { recordedBy: _by, recordedAt: _at, cancellation: _none, ...entry }: StoredEntry,
): Promise<Following> {
  const hasEarlier = await earlierOf(tx, agencyId, entry);
  const consequences = await consequencesOfCancelling(tx, agencyId, entry);
  const moves =
    entry.of === "document_review"
      ? await nextWithout(tx, entry.id)
      : consequences && (await yearlyMoved(tx, agencyId, consequences, await today()));
  const shown = shownAs([entry, consequences, moves, hasEarlier]);
  return { consequences, moved: moves ?? [], hasEarlier, shown };
}

/** An entry, whether it is for this viewer to cancel, what that would change, and why nobody can any more. */
export type Cancellable = {
  entry: Entry;
  mine: boolean;
  consequences: Consequences | null;
  /** Days by which a review is due, where they change. */
  moved: readonly Moved[];
  /** Is there a text of before that comes into force again? */
  hasEarlier: boolean;
  /** By what its form tells that this was shown. */
  shown: string;
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
      ...(past
        ? { consequences: null, moved: [], hasEarlier: false, shown: "" }
        : await followingFrom(tx, agencyId, row)),
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
