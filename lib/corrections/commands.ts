import { lockMilestones, rebuildStanding } from "@/lib/adoption/standing/commands";
import { documentKinds } from "@/lib/corrections/documents/commands";
import { cancelledBy, loadEntries } from "@/lib/corrections/entries/queries";
import type { Kind, OrNone } from "@/lib/corrections/kinds/commands";
import { policyKinds } from "@/lib/corrections/policies/commands";
import { followingFrom } from "@/lib/corrections/queries";
import { judgedAs, mayCancel } from "@/lib/corrections/rules";
import { cancelForm } from "@/lib/corrections/schema";
import type { EntryKind } from "@/lib/corrections/types";
import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { refuse } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { now } from "@/lib/platform/clock";
import { lock } from "@/lib/platform/locks";

const holdFindingOf = async (tx: Tx, row: OrNone<{ findingId: string }>): Promise<unknown> =>
  row && lock(tx, "finding", row.findingId);

const kinds = {
  milestone: {
    hold: (tx, { agencyId }) => lockMilestones(tx, agencyId),
    mark: async (tx, { agencyId, id }, cancellationId) => {
      await tx.milestone.update({ where: { id }, data: { cancellationId }, select: { id: true } });
      await rebuildStanding(tx, [agencyId]);
    },
    told: ({ agencyId }, { name, on }, reason) => ({
      entity: "agency",
      entityId: agencyId,
      action: "milestone-cancelled",
      content: { kind: name, occurredOn: on, reason },
    }),
  },
  declaration: {
    hold: (tx, { agencyId }) => lockMilestones(tx, agencyId),
    mark: async (tx, { agencyId, id }, cancellationId) => {
      await tx.declaration.update({ where: { id }, data: { cancellationId }, select: { id: true } });
      await tx.milestone.updateMany({ where: { declarationId: id }, data: { cancellationId } });
      await rebuildStanding(tx, [agencyId]);
    },
    told: ({ agencyId }, { name, on }, reason) => ({
      entity: "agency",
      entityId: agencyId,
      action: "declaration-cancelled",
      content: { number: name, declaredOn: on, reason },
    }),
  },
  review: {
    hold: (tx, { agencyId, id }) =>
      tx.$queryRaw`select id::text from agency_review where id = ${id}::uuid and agency_id = ${agencyId}::uuid for update`,
    mark: (tx, { id }, cancellationId) =>
      tx.agencyReview.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: ({ id }, { name, on }, reason) => ({
      entity: "review",
      entityId: id,
      action: "review-cancelled",
      content: { kind: name, endedOn: on, reason },
    }),
  },
  publication: {
    hold: (tx, { agencyId }) => lockMilestones(tx, agencyId),
    mark: (tx, { id }, cancellationId) =>
      tx.declarationPublication.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: ({ agencyId }, { name, on }, reason) => ({
      entity: "agency",
      entityId: agencyId,
      action: "publication-cancelled",
      content: { channel: name, publishedOn: on, reason },
    }),
  },
  // Held as for a turn with its finding: nobody judges an answer while it is cancelled.
  answer: {
    hold: async (tx, { agencyId, id }) =>
      holdFindingOf(
        tx,
        await tx.findingAnswer.findFirst({ where: { id, agencyId }, select: { findingId: true } }),
      ),
    mark: (tx, { id }, cancellationId) =>
      tx.findingAnswer.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name, on }, reason) => ({
      entity: "finding",
      entityId: about,
      action: "finding-answer-cancelled",
      content: { answerNumber: Number(name), answeredOn: on, reason },
    }),
  },
  claim: {
    hold: async (tx, { agencyId, id }) =>
      holdFindingOf(
        tx,
        await tx.findingClaim.findFirst({ where: { id, agencyId }, select: { findingId: true } }),
      ),
    mark: (tx, { id }, cancellationId) =>
      tx.findingClaim.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name, on }, reason) => ({
      entity: "finding",
      entityId: about,
      action: "finding-claim-cancelled",
      content: { blockingBody: name, statedOn: on, reason },
    }),
  },
  ...documentKinds,
  ...policyKinds,
} satisfies Record<EntryKind, Kind>;

/** Cancels an entry that is wrong, and says why: it stays readable, counts nowhere from now on, and the right one is entered anew. */
export const cancelEntry = command(
  "entries.cancel",
  cancelForm,
  async ({ tx, viewer }, { agencyId, of, id, reason, shown }) => {
    const which = { agencyId, id };
    const { hold, mark, told } = kinds[of];
    await hold(tx, which);
    const [entry] = await loadEntries(tx, of, which);
    if (!entry) refuse("not-yours");
    if (entry.cancellation) refuse("cancelled-before", undefined, cancelledBy(entry.cancellation));
    if (entry.judged) refuse(judgedAs(of));
    if (!mayCancel(viewer, entry, now())) refuse("cancel-others");
    refuseOther(shown, (await followingFrom(tx, agencyId, entry)).shown);
    const { id: cancellationId } = await tx.cancellation.create({
      data: { agencyId, reason, cancelledBy: viewer.accountId, cancelledName: viewer.name },
      select: { id: true },
    });
    await mark(tx, which, cancellationId);
    return { chain: agencyId, ...told(which, entry, reason) };
  },
);
