import { findAdoption } from "@/lib/adoption/progress/queries";
import { findLeadAgency } from "@/lib/agencies/lead/queries";
import { listStandings } from "@/lib/adoption/queries";
import { listHolders, listPositions } from "@/lib/appointments/queries";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { findPlan } from "@/lib/programme/plan/queries";
import { listKept } from "@/lib/fieldwork/kept/queries";
import { minutesBeside } from "@/lib/fieldwork/kept/rules";
import type { PhotoHashes } from "@/lib/visits/minutes/types";
import type { ProgrammeFacts } from "@/lib/programme/plan/types";
import { listRechecked } from "@/lib/visits/rechecks/queries";
import { listVisits } from "@/lib/visits/queries";
import { findVisit } from "@/lib/visits/record/queries";
import type { VisitRecord } from "@/lib/visits/types";
import { findDashboard } from "@/lib/dashboard/queries";
import { shrunk } from "@/lib/files/images/bytes";
import { findFile } from "@/lib/files/queries";
import { listFindingsOfYear } from "@/lib/findings/queries";
import { turns } from "@/lib/gate/turns";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { listBases } from "@/lib/legal/queries";
import { today, world } from "@/lib/platform/clock";
import type { Registration } from "@/lib/reports/types";
import type { AmendmentFacts } from "@/lib/reports/documents/amendment";
import { unrecorded } from "@/lib/agencies/lead/rules";
import { type Office } from "@/lib/reports/documents/issuer";
import type { KeptMinutesFacts } from "@/lib/reports/documents/kept-minutes";
import type { MinutesFacts } from "@/lib/reports/documents/minutes-types";
import type { NoticeFacts } from "@/lib/reports/documents/notice";
import { shownPhotos, type PaperPhoto } from "@/lib/reports/documents/photographs";
import type { PlanFacts } from "@/lib/reports/documents/plan";
import type { SummaryFacts } from "@/lib/reports/documents/summary";
import type { SummaryFigures } from "@/lib/reports/documents/summary-types";
import { mayReadDraft } from "@/lib/reports/rules";
import { listSignatories } from "@/lib/reports/signatories/queries";
import { chosen } from "@/lib/reports/signatories/rules";
import { readable, TooManyAtOnce } from "@/lib/reports/unmade/rules";

/** Who issues papers of a day, what they cite and who signs them, as recorded for that day. */
export const findOffice = async (
  viewer: Viewer,
  on: PlainDate,
  signatoryId: string | null = null,
): Promise<Office> => ({
  issuer: (await findLeadAgency(viewer, on)) ?? unrecorded,
  bases: await listBases(viewer, on),
  signatory: chosen(await listSignatories(viewer, on), signatoryId),
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

/** Photographs are made ready for one paper at a time, and only so many people wait for theirs. */
const inTurn = turns(12);

/** The photographs of a visit as papers print them, each as small as it is printed: those that were signed, or all where nothing was. */
async function photosOf(
  viewer: Viewer,
  visit: VisitRecord,
  signed: PhotoHashes | null,
): Promise<PaperPhoto[]> {
  const shown = shownPhotos(visit, signed);
  if (shown.length === 0) return [];
  const turn = await inTurn(async () => {
    const photos: PaperPhoto[] = [];
    // One after the other: of as many as a visit may have, only one is whole in memory.
    for (const { id, questionCode, sha256, caption } of shown) {
      const file = await findFile(viewer, id);
      photos.push({ questionCode, sha256, caption, image: file && (await shrunk(file.bytes)) });
    }
    return photos;
  });
  if (turn === "full") throw new TooManyAtOnce();
  return turn.value;
}

/** What a visit's minutes say, as they were signed first; null where there is none or it is not theirs to read. */
export async function findMinutes(
  viewer: Viewer,
  visitId: string,
  registration: Registration,
): Promise<MinutesFacts | null> {
  const visit = await readableVisit(viewer, visitId, null);
  if (!visit) return null;
  const minutes = readable((await listMinutes(viewer, visit.id)).slice(0, 1))[0] ?? null;
  const team = visit.team.map(({ personId }) => personId);
  return {
    visit,
    holders: await listHolders(viewer, visit.agencyId, visit.plannedOn),
    positions: await listPositions(viewer, team, visit.plannedOn),
    adoption: await findAdoption(viewer, visit.agencyId, visit.plannedOn),
    programme: await programmeOf(viewer, visit),
    minutes,
    photos: await photosOf(viewer, visit, minutes?.signed.photos ?? null),
    office: await findOffice(viewer, visit.plannedOn),
    registration,
    illustrative: (await world()).illustrative,
  };
}

/** Minutes that are kept beside a visit, by their receipt; null where nothing of the kind is kept, or it is not theirs to read. */
export async function findKeptMinutes(
  viewer: Viewer,
  visitId: string,
  receiptNo: string,
  registration: Registration,
): Promise<KeptMinutesFacts | null> {
  const visit = await readableVisit(viewer, visitId, null);
  const kept = visit && (await listKept(viewer, visit.id)).find((each) => each.receiptNo === receiptNo);
  if (!visit || !kept?.minutes?.sheet || (kept.why !== "late" && kept.why !== "away")) return null;
  const { sheet, fingerprint } = kept.minutes;
  return {
    ...{ visit, sheet, fingerprint, receiptNo, receivedAt: kept.receivedAt },
    ...{ recordedAt: kept.recordedAt, clockFast: kept.clockFast },
    ...{ why: kept.why, problem: kept.problem },
    beside: minutesBeside(receiptNo, visit.result?.receiptNo ?? null),
    photos: await photosOf(viewer, visit, sheet.photos),
    office: await findOffice(viewer, visit.plannedOn),
    registration,
    illustrative: (await world()).illustrative,
  };
}

/** What a later version of the minutes adds; null where there is no such version or it is not theirs to read. */
export async function findAmendment(
  viewer: Viewer,
  visitId: string,
  version: number,
  registration: Registration,
): Promise<AmendmentFacts | null> {
  const visit = await readableVisit(viewer, visitId, null);
  const [first, ...later] = visit ? readable(await listMinutes(viewer, visit.id)) : [];
  if (!visit || !first || !later.some((each) => each.version === version)) return null;
  return {
    visit,
    versions: [first, ...later.filter((each) => each.version <= version)],
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
  signatoryId: string | null = null,
): Promise<NoticeFacts | null> {
  const visit = await readableVisit(viewer, visitId, registration.date);
  if (!visit?.result) return null;
  return {
    visit,
    result: visit.result,
    minutes: readable(await listMinutes(viewer, visit.id)),
    rechecked: await listRechecked(viewer, visit.id, registration.date ?? (await today())),
    programme: await programmeOf(viewer, visit),
    office: await findOffice(viewer, registration.date ?? visit.result.finalisedOn, signatoryId),
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
  signatoryId: string | null,
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
    office: await findOffice(viewer, issuedOn, signatoryId),
  };
}

/** What the report of a year says as of a day; null where it is not theirs to make. */
export async function findSummary(
  viewer: Viewer,
  year: number,
  on: PlainDate,
  registration: Registration,
  signatoryId: string | null = null,
): Promise<SummaryFacts | null> {
  if (!may(viewer, "papers.year")) return null;
  const figures = await figuresOf(viewer, year, on, registration.date ?? on, signatoryId);
  return figures && { figures, registration, illustrative: (await world()).illustrative };
}

/** What the plan of a year says; null where there is none or it is not theirs to make. */
export async function findPlanPaper(
  viewer: Viewer,
  year: number,
  registration: Registration,
  signatoryId: string | null = null,
): Promise<PlanFacts | null> {
  if (!may(viewer, "papers.year")) return null;
  const plan = await findPlan(viewer, year);
  if (!plan) return null;
  return {
    plan,
    office: await findOffice(viewer, registration.date ?? plan.approvedOn ?? (await today()), signatoryId),
    registration,
    illustrative: (await world()).illustrative,
  };
}
