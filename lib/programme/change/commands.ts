import { Prisma } from "@/generated/prisma/client";
import { createVisits, takePlan, toldOfPlan, type NewVisit } from "@/lib/programme/commands";
import { loadColleagues, loadEngaged, loadHolidays, loadPlannedVisits } from "@/lib/programme/queries";
import { planProblems, teamMembers, teamOf, teamText } from "@/lib/programme/rules";
import { addForm, leaveOutForm, replanForm } from "@/lib/programme/schema";
import type { PlannedVisit, Team, VisitPlan } from "@/lib/programme/types";
import { loadSubjects } from "@/lib/programme/risk/queries";
import type { Tx } from "@/lib/identity/database";
import { command, type Acting } from "@/lib/journal/commands";
import { record } from "@/lib/journal/entries/commands";
import { changes } from "@/lib/journal/rules";
import { lastChange } from "@/lib/journal/last/queries";
import type { OfVisit } from "@/lib/journal/events/visits/types";
import { formatDate } from "@/lib/kernel/format";
import { toDatabase } from "@/lib/kernel/plain-date";
import type { Problem } from "@/lib/kernel/problem";
import { conflicting, refuse, Refused, refuseIf } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";

type Plan = Awaited<ReturnType<typeof takePlan>>;

const findPlanned = async (tx: Tx, plan: Plan, id: string): Promise<PlannedVisit | undefined> =>
  (await loadPlannedVisits(tx, Prisma.sql`y.id = ${plan.id}::uuid and v.id = ${id}::uuid`))[0];

/**
 * The visit as it stands in the plan, if its plan may still change and nobody else has changed it meanwhile. Whoever records
 * on it holds the same lock: no section is begun while the plan moves.
 */
async function openPlan(
  tx: Tx,
  plan: Plan,
  { visitId, version }: { visitId: string; version: number },
): Promise<PlannedVisit> {
  await lock(tx, "visit", visitId);
  const visit = await findPlanned(tx, plan, visitId);
  if (!visit) refuse("not-planned");
  if (visit.state !== "planned") refuse("visit-begun");
  if (visit.version === version) return visit;
  const { name, at } = await lastChange(tx, "programme", plan.id);
  throw new Refused(conflicting({ current: storedTexts(visit), savedBy: name, savedAt: at }));
}

/** The stored plan under the names of the form. */
function storedTexts(visit: PlannedVisit): Record<string, string> {
  const { leader, deputy, secretary, members } = teamOf(visit.team);
  return {
    version: String(visit.version),
    mode: visit.mode,
    plannedOn: formatDate(visit.plannedOn),
    leader: leader ?? "",
    deputy: deputy ?? "",
    secretary: secretary ?? "",
    members: members.join(","),
  };
}

type Wanted = VisitPlan & { keepDay: boolean };

async function problemsOf(
  tx: Tx,
  plan: Plan,
  wanted: Wanted,
  { id, agencyId }: { id: string | null; agencyId: string },
): Promise<Problem[]> {
  return planProblems(wanted, {
    year: plan.year,
    agencyId,
    colleagues: await loadColleagues(tx, id),
    holidays: await loadHolidays(tx, plan.year, "vi"),
    engaged: await loadEngaged(tx, wanted.plannedOn, id),
    keepDay: wanted.keepDay,
  });
}

async function saveTeam(tx: Tx, visitId: string, team: Team): Promise<void> {
  await tx.teamMember.deleteMany({ where: { visitId } });
  await tx.teamMember.createMany({ data: teamMembers(team).map((member) => ({ visitId, ...member })) });
}

/** Takes the next version of a visit's plan. A visit begun meanwhile is refused by the database, and so by `change`. */
const savePlan = (tx: Tx, id: string, { mode, plannedOn }: VisitPlan): Promise<{ id: string }> =>
  tx.visit.update({
    where: { id },
    data: { mode, plannedOn: toDatabase(plannedOn), planVersion: { increment: 1 } },
    select: { id: true },
  });

const factsOf = ({ plannedOn, mode, team }: PlannedVisit) => ({
  plannedOn,
  mode,
  team: teamText(team),
});

type ToldOfVisit = {
  [Name in "visit-planned" | "visit-replanned" | "visit-left-out"]: { action: Name; content: OfVisit[Name] };
}["visit-planned" | "visit-replanned" | "visit-left-out"];

/** Of an approved plan the agency concerned is told as well: in its own history. */
async function tellAgency(
  { tx, viewer }: Acting,
  plan: Plan,
  visit: PlannedVisit,
  told: ToldOfVisit,
): Promise<void> {
  if (!plan.approved) return;
  await record(tx, viewer, { chain: visit.agencyId, entity: "visit", entityId: visit.id, ...told });
}

/** Another day, kind or team for a visit. Once the programme is approved this is an amendment and says why. */
export const replanVisit = command("audits.plan", replanForm, async (acting, input) => {
  const { tx } = acting;
  const plan = await takePlan(acting, input.year);
  const before = await openPlan(tx, plan, input);
  if (plan.approved && input.reason === "") refuse("required", "reason");
  refuseIf(await problemsOf(tx, plan, input, before));
  await savePlan(tx, before.id, input);
  await saveTeam(tx, before.id, input.team);
  const after = (await findPlanned(tx, plan, before.id)) ?? before;
  const changed = changes(factsOf(before), factsOf(after));
  const alsoFor = input.others ? await giveTeam(tx, plan, input.team) : [];
  if (Object.keys(changed).length + alsoFor.length === 0) refuse("no-change");
  const why = input.reason === "" ? {} : { reason: input.reason };
  await tellAgency(acting, plan, after, {
    action: "visit-replanned",
    content: { name: after.plannedOn, ...changed, ...why },
  });
  return toldOfPlan(plan.id, plan.approved ? "programme-amended" : "programme-changed", {
    ...{ name: String(plan.year), agency: after.agencyName, ...changed, ...why },
    ...(alsoFor.length > 0 && { alsoFor }),
  });
});

/** The same team for every visit of a draft that has no leader yet; where somebody cannot go, that visit is left as it is. */
async function giveTeam(tx: Tx, plan: Plan, team: Team): Promise<string[]> {
  if (plan.approved) return [];
  const given: string[] = [];
  const visits = await loadPlannedVisits(tx, Prisma.sql`y.id = ${plan.id}::uuid`);
  for (const visit of visits) {
    if (visit.state !== "planned" || visit.team.some(({ duty }) => duty === "leader")) continue;
    const wanted = { mode: visit.mode, plannedOn: visit.plannedOn, team, keepDay: true };
    if ((await problemsOf(tx, plan, wanted, visit)).length > 0) continue;
    await savePlan(tx, visit.id, wanted);
    await saveTeam(tx, visit.id, team);
    given.push(visit.agencyName);
  }
  return given;
}

const keepReason = (tx: Tx, programmeId: string, agencyId: string, reason: string): Promise<unknown> =>
  tx.programmeCandidate.updateMany({ where: { programmeId, agencyId }, data: { reason } });

/** Takes a visit out of the plan. Why is kept with the ranking and in history; nothing has been recorded yet. */
export const leaveOut = command("audits.plan", leaveOutForm, async (acting, input) => {
  const { tx } = acting;
  const { reason } = input;
  const plan = await takePlan(acting, input.year);
  const visit = await openPlan(tx, plan, input);
  await tx.teamMember.deleteMany({ where: { visitId: visit.id } });
  await tx.visit.delete({ where: { id: visit.id }, select: { id: true } });
  await keepReason(tx, plan.id, visit.agencyId, reason);
  await tellAgency(acting, plan, visit, {
    action: "visit-left-out",
    content: { name: visit.plannedOn, reason },
  });
  const content = { name: String(plan.year), agency: visit.agencyName, ...factsOf(visit), reason };
  return toldOfPlan(plan.id, "agency-left-out", content);
});

/** Adds a visit to an agency that the proposal left out, with the reason. */
export const addAgency = command("audits.plan", addForm, async (acting, input) => {
  const { tx, today } = acting;
  const { agencyId, reason } = input;
  const plan = await takePlan(acting, input.year);
  const subject = (await loadSubjects(tx, today)).find((each) => each.agencyId === agencyId);
  if (!subject) refuse("not-yours");
  const there = await tx.visit.findFirst({
    where: { programmeId: plan.id, agencyId, followUpOfId: null },
    select: { id: true },
  });
  if (there) refuse("already-planned");
  refuseIf(await problemsOf(tx, plan, input, { id: null, agencyId }));
  const id = await insertVisit(tx, plan, subject, input);
  await keepReason(tx, plan.id, agencyId, reason);
  const visit = await findPlanned(tx, plan, id);
  if (!visit) refuse("not-planned");
  await tellAgency(acting, plan, visit, {
    action: "visit-planned",
    content: { name: visit.plannedOn, ...factsOf(visit), reason },
  });
  const content = { name: String(plan.year), agency: visit.agencyName, ...factsOf(visit), reason };
  return toldOfPlan(plan.id, "agency-added", content);
});

async function insertVisit(
  tx: Tx,
  plan: Plan,
  subject: NewVisit["subject"],
  { mode, plannedOn, team }: VisitPlan,
): Promise<string> {
  const [made] = await tx.$queryRaw<{ id: string }[]>`select uuidv7()::text as id`;
  const id = made?.id ?? "";
  await createVisits(tx, [{ id, programmeId: plan.id, subject, mode, plannedOn }]);
  await saveTeam(tx, id, team);
  return id;
}
