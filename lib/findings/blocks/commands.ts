import { endProblem, sinceProblem } from "@/lib/findings/blocks/rules";
import { acceptanceForm, claimForm, refusalForm, unblockingForm } from "@/lib/findings/blocks/schema";
import { takeTurn, told } from "@/lib/findings/turns/commands";
import { command } from "@/lib/journal/commands";
import { toDatabase } from "@/lib/kernel/plain-date";
import { refuse, refuseIf } from "@/lib/kernel/result";

/** The agency says that a higher level blocks the correction; an inspector accepts or refuses. */
export const claimBlock = command("findings.claim", claimForm, async (acting, form) => {
  const { tx, viewer, today } = acting;
  const turn = await takeTurn(acting, "claim", form);
  const { blockingBody, reference, explanation, since } = form;
  refuseIf(sinceProblem(since, turn, today));
  const { findingId, agencyId } = turn;
  const claim = { blockingBody, reference, explanation };
  await tx.findingClaim.create({
    data: {
      ...{ ...claim, findingId, agencyId, since: toDatabase(since) },
      number: (await tx.findingClaim.count({ where: { findingId } })) + 1,
      statedOn: toDatabase(today),
      statedBy: viewer.accountId,
    },
    select: { id: true },
  });
  return told(turn, "finding-block-claimed", { ...claim, since });
});

/** The inspector accepts the claim: the agency's clock stands still from the day that it names. */
export const acceptBlock = command("findings.accept", acceptanceForm, async (acting, form) => {
  const { tx, viewer, today } = acting;
  const turn = await takeTurn(acting, "accept", form);
  const { findingId, agencyId, claimId, claimSince } = turn;
  if (!claimId || !claimSince) refuse("finding-turn");
  await tx.findingStop.create({
    data: {
      ...{ claimId, findingId, agencyId, startsOn: toDatabase(claimSince) },
      acceptedOn: toDatabase(today),
      acceptedBy: viewer.accountId,
    },
    select: { claimId: true },
  });
  return told(turn, "finding-block-accepted", { since: claimSince });
});

/** The inspector refuses the claim, with a reason: the clock has run on. */
export const refuseBlock = command("findings.refuse", refusalForm, async (acting, form) => {
  const { tx, viewer, today } = acting;
  const turn = await takeTurn(acting, "refuse", form);
  const { findingId, agencyId, claimId } = turn;
  if (!claimId) refuse("finding-turn");
  const { reason } = form;
  await tx.findingClaimRefusal.create({
    data: {
      ...{ claimId, findingId, agencyId, reason },
      refusedOn: toDatabase(today),
      refusedBy: viewer.accountId,
    },
    select: { claimId: true },
  });
  return told(turn, "finding-block-refused", { reason });
});

/** The higher level has done its part: the agency's clock runs again, its day moved by the days that were blocked. */
export const unblock = command(
  "findings.unblock",
  unblockingForm,
  async (acting, { endsOn, endNote, ...form }) => {
    const { tx, viewer, today } = acting;
    const turn = await takeTurn(acting, "unblock", form);
    const { claimId, stopStartsOn } = turn;
    if (!claimId || !stopStartsOn) refuse("finding-turn");
    refuseIf(endProblem(endsOn, stopStartsOn, today));
    await tx.findingStop.updateMany({
      where: { claimId, endsOn: null },
      data: { endsOn: toDatabase(endsOn), endNote, endedBy: viewer.accountId },
    });
    return told(turn, "finding-unblocked", { endsOn, note: endNote });
  },
);
