import { delivered, fingerprintOfMessage, receive } from "@/lib/visits/delivery/commands";
import type { Delivered, Mark } from "@/lib/visits/delivery/types";
import { groupsForm } from "@/lib/visits/groups/schema";
import type { Given } from "@/lib/visits/groups/types";
import { isRefusal, lockOpenVisit, lockVisit, type OpenVisit } from "@/lib/visits/recording/queries";
import type { Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { command } from "@/lib/journal/commands";
import { receiptAgain, record } from "@/lib/journal/entries/commands";
import { problem } from "@/lib/kernel/problem";
import { done, refuse, Refused, refused, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";

/** Whoever sends it records a group, or no longer. */
type Taking = { visitId: string; groupCode: string; mine: boolean };

/**
 * Takes a clause group from a device, or gives it back. Nobody is refused because a colleague has it: both are shown, the last to
 * arrive first. After the seal it is kept like anything that comes late.
 */
export async function takeGroup(viewer: Viewer, taking: Taking, mark: Mark): Promise<Result<Delivered>> {
  if (!may(viewer, "audits.record")) return refused(problem("not-in-team"));
  const { visitId, groupCode, mine } = taking;
  const sha256 = fingerprintOfMessage({ visitId, groupCode, mine });
  const item = { ...mark, visitId, subject: `group:${groupCode}`, sha256 };
  return receive(viewer, item, { group: groupCode, mine }, async (tx) => {
    const visit = await lockVisit(tx, viewer, visitId, "shared", groupCode);
    if (isRefusal(visit)) return visit;
    if (visit.asked.length === 0) return refused(problem("unknown-input"));
    if (visit.final) return refused(problem("visit-final"));
    const rows = await (mine ? take : leave)(tx, visit, groupCode, viewer.personId);
    const before = rows === 0 ? await lastEntry(tx, taking) : null;
    if (before) return done(delivered(await receiptAgain(tx, before.id), 0));
    const receipt = await record(tx, viewer, {
      chain: visit.agencyId,
      action: mine ? "group-taken" : "group-given-back",
      entity: "visit",
      entityId: visitId,
      content: { group: groupCode },
    });
    return done(delivered(receipt, 0));
  });
}

const take = (tx: Tx, { id, agencyId }: OpenVisit, groupCode: string, personId: string | null) =>
  tx.$executeRaw`insert into visit_group (visit_id, group_code, person_id, agency_id, taken_at)
    values (${id}::uuid, ${groupCode}, ${personId}::uuid, ${agencyId}::uuid, ${now()})
    on conflict do nothing`;

/** What was written last about who records a group: whatever changes nothing has its receipt. */
const lastEntry = (tx: Tx, { visitId, groupCode }: Taking) =>
  tx.journalEntry.findFirst({
    where: {
      entity: "visit",
      entityId: visitId,
      action: { in: ["group-taken", "group-given-back", "groups-given"] },
      content: { contains: `"${groupCode}"` },
    },
    orderBy: { id: "desc" },
    select: { id: true },
  });

/** Takes a group from one of those who have it; from all of them where nobody is named. */
const leave = (tx: Tx, { id }: OpenVisit, groupCode: string, personId: string | null) =>
  tx.$executeRaw`delete from visit_group where visit_id = ${id}::uuid and group_code = ${groupCode}
    and (${personId}::uuid is null or person_id = ${personId}::uuid)`;

/** Gives groups of a visit to members of its team, from the office: each group that was chosen anew to one of them, or to nobody. */
export const giveGroups = command("audits.record", groupsForm, async ({ tx, viewer }, { visitId, given }) => {
  const visit = await lockOpenVisit(tx, viewer, visitId, "alone");
  if (isRefusal(visit)) throw new Refused(visit);
  const anew = await changing(tx, visit, given);
  if (anew.length === 0) refuse("no-change");
  const groups = await namesOf(tx, visit, anew);
  for (const { groupCode, personId } of anew) {
    await leave(tx, visit, groupCode, null);
    if (personId !== null) await take(tx, visit, groupCode, personId);
  }
  return {
    ...{ chain: visit.agencyId, action: "groups-given", entity: "visit", entityId: visitId },
    content: { groups },
  };
});

/** What is not so already: a group is given anew where another has it, or more than one. */
async function changing(tx: Tx, { id }: OpenVisit, given: readonly Given[]): Promise<Given[]> {
  const taken = await tx.visitGroup.findMany({
    where: { visitId: id },
    select: { groupCode: true, personId: true },
  });
  return given.filter(({ groupCode, personId }) => {
    const holders = taken.filter((each) => each.groupCode === groupCode);
    return personId === null ? holders.length > 0 : holders.length !== 1 || holders[0]?.personId !== personId;
  });
}

/** Names by group, nobody as nothing; refused where a group is not asked, or somebody is not of the team. */
async function namesOf(
  tx: Tx,
  { id, checklistId, editionId, subordinates }: OpenVisit,
  given: readonly Given[],
): Promise<Record<string, string>> {
  const team = await tx.teamMember.findMany({
    where: { visitId: id },
    select: { personId: true, person: { select: { fullName: true } } },
  });
  const asked = await tx.checklistQuestion.findMany({
    where: { checklistId, editions: { has: editionId }, ...(!subordinates && { subordinates: false }) },
    distinct: ["groupCode"],
    select: { groupCode: true },
  });
  const names = new Map(team.map(({ personId, person }) => [personId, person.fullName]));
  const wrong = given.find(
    ({ groupCode, personId }) =>
      (personId !== null && !names.has(personId)) || !asked.some((each) => each.groupCode === groupCode),
  );
  if (wrong) refuse("not-a-choice", `holder.${wrong.groupCode}`);
  return Object.fromEntries(
    given.map(({ groupCode, personId }) => [groupCode, (personId !== null && names.get(personId)) || ""]),
  );
}
