import { findLeadAgency } from "@/lib/agencies/lead/queries";
import { findAdoption, listStandings } from "@/lib/adoption/queries";
import { listHolders } from "@/lib/appointments/queries";
import { listMinutes } from "@/lib/audits/minutes/queries";
import { findPlan } from "@/lib/audits/plan/queries";
import type { ProgrammeFacts } from "@/lib/audits/plan/types";
import { findVisit, listVisits } from "@/lib/audits/queries";
import type { VisitRecord } from "@/lib/audits/types";
import { findDashboard } from "@/lib/dashboard/queries";
import { listFindingsOfYear } from "@/lib/findings/queries";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { listBases } from "@/lib/legal/queries";
import { today, world } from "@/lib/platform/clock";
import type { Registration } from "@/lib/reports/types";
import { unrecorded, type Office } from "@/lib/reports/documents/issuer";
import type { MinutesFacts } from "@/lib/reports/documents/minutes";
import type { NoticeFacts } from "@/lib/reports/documents/notice";
import type { PlanFacts } from "@/lib/reports/documents/plan";
import type { SummaryFacts } from "@/lib/reports/documents/summary";
import type { SummaryFigures } from "@/lib/reports/documents/summary-types";
import { mayReadDraft } from "@/lib/reports/rules";

/** Who issues papers of a day and what they cite, as recorded for that day. */
export const findOffice = async (viewer: Viewer, on: PlainDate): Promise<Office> => ({
  issuer: (await findLeadAgency(viewer, on)) ?? unrecorded,
  bases: await listBases(viewer, on),
});

/** Minutes say the dates as the visit set them; a later paper says those in force on its day. */
async function readableVisit(
  viewer: Viewer,
  id: string,
  dueAsOf: PlainDate | null,
): Promise<VisitRecord | null> {
  if (!may(viewer, "papers.visit")) return null;
  const visit = await findVisit(viewer, id, "vi", dueAsOf);
  return visit && (visit.state === "final" || mayReadDraft(viewer)) ? visit : null;
}

const programmeOf = (viewer: Viewer, { plannedOn }: VisitRecord): Promise<ProgrammeFacts | null> =>
  findPlan(viewer, yearOf(plannedOn));

/** What a visit's minutes say; null where there is none or it is not theirs to read. */
export async function findMinutes(
  viewer: Viewer,
  visitId: string,
  registration: Registration,
): Promise<MinutesFacts | null> {
  const visit = await readableVisit(viewer, visitId, null);
  if (!visit) return null;
  return {
    visit,
    holders: await listHolders(viewer, visit.agencyId, visit.plannedOn),
    adoption: await findAdoption(viewer, visit.agencyId, visit.plannedOn),
    programme: await programmeOf(viewer, visit),
    minutes: (await listMinutes(viewer, visit.id)).at(-1) ?? null,
    office: await findOffice(viewer, visit.plannedOn),
    registration,
    illustrative: (await world()).illustrative,
  };
}

/** What the notice of a final visit's result says; null where there is no result or it is not theirs to read. */
export async function findNotice(
  viewer: Viewer,
  visitId: string,
  registration: Registration,
): Promise<NoticeFacts | null> {
  const visit = await readableVisit(viewer, visitId, registration.date);
  if (!visit?.result) return null;
  return {
    visit,
    result: visit.result,
    programme: await programmeOf(viewer, visit),
    office: await findOffice(viewer, registration.date ?? visit.result.finalisedOn),
    registration,
    illustrative: (await world()).illustrative,
  };
}

/** A year's figures as they stood on a day. */
async function figuresOf(
  viewer: Viewer,
  year: number,
  on: PlainDate,
  issuedOn: PlainDate,
): Promise<SummaryFigures | null> {
  const dashboard = await findDashboard(viewer, on);
  if (!dashboard) return null;
  const obliged = {
    on,
    query: "",
    kind: null,
    obligation: null,
    bucket: null,
    overdue: false,
    topic: null,
    page: 1,
  };
  return {
    year,
    on,
    dashboard,
    agencies: (await listStandings(viewer, obliged, dashboard.headline.total)).lines,
    visits: await listVisits(viewer, { year, agencyCode: null, team: false, asOf: on }, "vi"),
    findings: await listFindingsOfYear(viewer, year, on),
    programme: await findPlan(viewer, year),
    office: await findOffice(viewer, issuedOn),
  };
}

/** What the report of a year says as of a day; null where it is not theirs to make. */
export async function findSummary(
  viewer: Viewer,
  year: number,
  on: PlainDate,
  registration: Registration,
): Promise<SummaryFacts | null> {
  if (!may(viewer, "papers.year")) return null;
  const figures = await figuresOf(viewer, year, on, registration.date ?? on);
  return figures && { figures, registration, illustrative: (await world()).illustrative };
}

/** What the plan of a year says; null where there is none or it is not theirs to make. */
export async function findPlanPaper(
  viewer: Viewer,
  year: number,
  registration: Registration,
): Promise<PlanFacts | null> {
  if (!may(viewer, "papers.year")) return null;
  const plan = await findPlan(viewer, year);
  if (!plan) return null;
  return {
    plan,
    office: await findOffice(viewer, registration.date ?? plan.approvedOn ?? (await today())),
    registration,
    illustrative: (await world()).illustrative,
  };
}
