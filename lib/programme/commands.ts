import { Prisma } from "@/generated/prisma/client";
import { loadHolidays, loadPlannedVisits } from "@/lib/programme/queries";
import { approvalProblems, capacityProblems, propose, teamText } from "@/lib/programme/rules";
import { approvalForm, proposalForm, type ApprovalInput } from "@/lib/programme/schema";
import type { Capacity, PlannedVisit } from "@/lib/programme/types";
import { loadSubjects, loadWeightSet, type Subject } from "@/lib/programme/risk/queries";
import { rank } from "@/lib/programme/risk/rules";
import type { WeightSet } from "@/lib/programme/risk/types";
import type { VisitMode } from "@/lib/programme/types";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { command, type Acting } from "@/lib/journal/commands";
import { record } from "@/lib/journal/entries/commands";
import type { OfProgramme } from "@/lib/journal/events/programme/types";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { Told } from "@/lib/journal/events/types";
import { provinceChain } from "@/lib/kernel/ids";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { refuse, Refused, refuseIf } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";

/** What a draft is made from. Ids come from outside, so that a created world has the same ones each time. */
export type Draft = {
  year: number;
  capacity: Capacity;
  proposedOn: PlainDate;
  weightSet: WeightSet;
  subjects: readonly Subject[];
  idFor: (kind: "programme" | "visit", key: string) => string;
};

/** Writes the proposal down: the whole ranking with its reasons, and a visit for each agency that is chosen. */
export async function saveDraft(tx: Tx, draft: Draft): Promise<PlannedVisit[]> {
  const { year, capacity, proposedOn, weightSet, subjects, idFor } = draft;
  const programmeId = idFor("programme", String(year));
  await tx.programme.create({
    data: {
      id: programmeId,
      year,
      title: `Kế hoạch kiểm tra việc áp dụng HTQLCL năm ${year}`,
      proposedOn: toDatabase(proposedOn),
      weightSetId: weightSet.id,
    },
    select: { id: true },
  });
  const proposed = propose(
    rank(subjects, weightSet.weights, proposedOn),
    capacity,
    await loadHolidays(tx, year, "vi"),
  );
  await tx.programmeCandidate.createMany({
    data: proposed.map(({ facts, points, reasons, visit }, index) => ({
      programmeId,
      agencyId: facts.agencyId,
      position: index + 1,
      points,
      reasons: reasons.map((reason) => ({ ...reason })),
      proposedMode: visit?.mode ?? null,
    })),
  });
  const byId = new Map(subjects.map((subject) => [subject.agencyId, subject]));
  await createVisits(
    tx,
    proposed.flatMap(({ facts, visit }) => {
      const subject = byId.get(facts.agencyId);
      return visit && subject ? [{ id: idFor("visit", facts.code), programmeId, subject, ...visit }] : [];
    }),
  );
  return loadPlannedVisits(tx, Prisma.sql`y.id = ${programmeId}::uuid`);
}

export type NewVisit = {
  id: string;
  programmeId: string;
  subject: Pick<Subject, "agencyId" | "kind" | "editionId">;
  mode: VisitMode;
  plannedOn: PlainDate;
};

/** Visits with the checklist of their day, under the edition that the agency applies, else under the newest one published. */
export async function createVisits(tx: Tx, visits: readonly NewVisit[]): Promise<void> {
  const checklists = await tx.checklistEdition.findMany({
    orderBy: [{ effectiveFrom: "desc" }, { id: "desc" }],
    select: { id: true, effectiveFrom: true },
  });
  const editions = await tx.standardEdition.findMany({
    where: { publishedOn: { not: null } },
    orderBy: [{ publishedOn: "desc" }, { id: "desc" }],
    select: { id: true, publishedOn: true },
  });
  await tx.visit.createMany({
    data: visits.map(({ id, programmeId, subject, mode, plannedOn }) => {
      const on = toDatabase(plannedOn);
      const checklist = checklists.find(({ effectiveFrom }) => effectiveFrom <= on);
      const newest = editions.find(({ publishedOn }) => publishedOn !== null && publishedOn <= on);
      if (!checklist || !newest) throw new Error(`no checklist or no edition on ${plannedOn}`);
      return {
        id,
        programmeId,
        agencyId: subject.agencyId,
        mode,
        plannedOn: on,
        checklistId: checklist.id,
        editionId: subject.editionId ?? newest.id,
        // Communes are subordinate to districts alone.
        subordinates: subject.kind === "district",
      };
    }),
  });
}

/** Proposes a year's programme: a draft that can be changed until it is approved. */
export const proposeProgramme = command("audits.plan", proposalForm, async ({ tx, today }, input) => {
  const { year } = input;
  if (await tx.programme.findUnique({ where: { year }, select: { id: true } }))
    refuse("programme-exists", undefined, { year });
  refuseIf(capacityProblems(year, input, today, await loadHolidays(tx, year, "vi")));
  const weightSet = await loadWeightSet(tx, today);
  if (!weightSet) refuse("no-weights");
  const subjects = await loadSubjects(tx, today);
  const ids = await newIds(tx, subjects.length + 1);
  const idFor = (): string => ids.pop() ?? "";
  const draft = { year, capacity: input, proposedOn: today, weightSet, subjects, idFor };
  const visits = await saveDraft(tx, draft);
  const programme = await tx.programme.findUniqueOrThrow({ where: { year }, select: { id: true } });
  return toldOfPlan(programme.id, "programme-proposed", {
    name: String(year),
    proposedOn: today,
    weights: weightSet.id,
    visits: visits.map(({ agencyName, plannedOn, mode }) => ({ agency: agencyName, plannedOn, mode })),
  });
});

const newIds = async (tx: Tx, count: number): Promise<string[]> =>
  (
    await tx.$queryRaw<{ id: string }[]>`select uuidv7()::text as id from generate_series(1, ${count}::int)`
  ).map(({ id }) => id);

/** What happened to a plan is the province's to know: a draft is nobody else's business. */
export const toldOfPlan = <Name extends keyof OfProgramme>(
  programmeId: string,
  action: Name,
  content: OfProgramme[Name],
): Told<"programme", Name> => ({
  ...{ chain: provinceChain, entity: "programme", entityId: programmeId, action, content },
});

type Plan = { id: string; year: number; approved: boolean; version: number };

/** Takes a year's plan for this transaction: changes of one plan come one after the other, so that no two of them clash. */
export async function takePlan({ tx }: Acting, year: number): Promise<Plan> {
  const [plan] = await tx.$queryRaw<Plan[]>`update programme set version = version + 1 where year = ${year}
    returning id, year, approved_on is not null as approved, version - 1 as version`;
  if (!plan) refuse("not-yours");
  return plan;
}

const planned = ({ plannedOn, mode, team }: PlannedVisit) => ({
  name: plannedOn,
  mode,
  team: teamText(team),
});

/** The leader approves the draft as it was shown. From now on agencies see their visits, and every change is an amendment. */
export const approveProgramme = command("audits.approve", approvalForm, async (acting, input) => {
  const { tx, viewer, today } = acting;
  const { year, decisionNumber, decidedOn } = input;
  const plan = await takePlan(acting, year);
  if (plan.approved) refuse("plan-approved");
  if (plan.version !== input.version) throw new Refused(await changedSinceRead(tx, "programme", plan.id));
  const visits = await loadPlannedVisits(tx, Prisma.sql`y.id = ${plan.id}::uuid`);
  refuseIf(approvalProblems(visits, decidedOn, today));
  await saveApproval(tx, viewer, plan.id, input);
  for (const visit of visits)
    await record(tx, viewer, {
      ...{ chain: visit.agencyId, action: "visit-planned", entity: "visit", entityId: visit.id },
      content: planned(visit),
    });
  const content = { name: String(year), decisionNumber, decidedOn, visits: visits.length };
  return toldOfPlan(plan.id, "programme-approved", content);
});

async function saveApproval(
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  { decisionNumber, decidedOn }: ApprovalInput,
): Promise<void> {
  await tx.programmeApproval.create({
    data: {
      programmeId,
      decisionNumber,
      approvedBy: viewer.accountId ?? "",
      approvedName: viewer.name,
      approvedAt: now(),
    },
    select: { programmeId: true },
  });
  await tx.programme.update({
    where: { id: programmeId },
    data: { approvedOn: toDatabase(decidedOn) },
    select: { id: true },
  });
}
