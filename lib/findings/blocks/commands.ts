import { endProblem, sinceProblem } from "@/lib/findings/blocks/rules";
import type { AcceptanceForm, ClaimForm, RefusalForm, UnblockingForm } from "@/lib/findings/blocks/schema";
import { takeTurn } from "@/lib/findings/turns/commands";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** The agency says that a higher level blocks the correction; an inspector accepts or refuses. */
export async function claimBlock(viewer: Viewer, form: ClaimForm): Promise<Result<Receipt>> {
  if (!may(viewer, "findings.claim")) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    const turn = await takeTurn(tx, viewer, "claim", form, day);
    if (!turn.ok) return turn;
    const early = sinceProblem(form.since, turn.value, day);
    if (early) return refused(early);
    const { findingId, agencyId } = turn.value;
    const { blockingBody, reference, explanation, since } = form;
    const claim = { blockingBody, reference, explanation };
    await tx.findingClaim.create({
      data: {
        ...claim,
        findingId,
        agencyId,
        number: (await tx.findingClaim.count({ where: { findingId } })) + 1,
        since: toDatabase(since),
        statedOn: toDatabase(day),
        statedBy: viewer.accountId,
      },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "finding-block-claimed",
        entity: "finding",
        entityId: findingId,
        content: { ...claim, since },
      }),
    );
  });
}

/** The inspector accepts the claim: the agency's clock stands still from the day that it names. */
export async function acceptBlock(viewer: Viewer, form: AcceptanceForm): Promise<Result<Receipt>> {
  if (!may(viewer, "findings.accept")) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    const turn = await takeTurn(tx, viewer, "accept", form, day);
    if (!turn.ok) return turn;
    const { findingId, agencyId, claimId, claimSince } = turn.value;
    if (!claimId || !claimSince) return refused(problem("finding-turn"));
    await tx.findingStop.create({
      data: {
        claimId,
        findingId,
        agencyId,
        startsOn: toDatabase(claimSince),
        acceptedOn: toDatabase(day),
        acceptedBy: viewer.accountId,
      },
      select: { claimId: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "finding-block-accepted",
        entity: "finding",
        entityId: findingId,
        content: { since: claimSince },
      }),
    );
  });
}

/** The inspector refuses the claim, with a reason: the clock has run on. */
export async function refuseBlock(viewer: Viewer, form: RefusalForm): Promise<Result<Receipt>> {
  if (!may(viewer, "findings.refuse")) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    const turn = await takeTurn(tx, viewer, "refuse", form, day);
    if (!turn.ok) return turn;
    const { findingId, agencyId, claimId } = turn.value;
    if (!claimId) return refused(problem("finding-turn"));
    await tx.findingClaimRefusal.create({
      data: {
        claimId,
        findingId,
        agencyId,
        reason: form.reason,
        refusedOn: toDatabase(day),
        refusedBy: viewer.accountId,
      },
      select: { claimId: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "finding-block-refused",
        entity: "finding",
        entityId: findingId,
        content: { reason: form.reason },
      }),
    );
  });
}

/** The higher level has done its part: the agency's clock runs again, its day moved by the days that were blocked. */
export async function unblock(viewer: Viewer, form: UnblockingForm): Promise<Result<Receipt>> {
  if (!may(viewer, "findings.unblock")) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    const turn = await takeTurn(tx, viewer, "unblock", form, day);
    if (!turn.ok) return turn;
    const { findingId, agencyId, claimId, stopStartsOn } = turn.value;
    if (!claimId || !stopStartsOn) return refused(problem("finding-turn"));
    const { endsOn, endNote } = form;
    const wrong = endProblem(endsOn, stopStartsOn, day);
    if (wrong) return refused(wrong);
    await tx.findingStop.updateMany({
      where: { claimId, endsOn: null },
      data: { endsOn: toDatabase(endsOn), endNote, endedBy: viewer.accountId },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "finding-unblocked",
        entity: "finding",
        entityId: findingId,
        content: { endsOn, note: endNote },
      }),
    );
  });
}
