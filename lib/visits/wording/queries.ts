import { findAdoption } from "@/lib/adoption/progress/queries";
import { findLeadAgency } from "@/lib/agencies/lead/queries";
import { unrecorded } from "@/lib/agencies/lead/rules";
import { listPositions } from "@/lib/appointments/queries";
import { loadChecklist } from "@/lib/checklists/queries";
import { findPlan } from "@/lib/programme/plan/queries";
import { findVisit } from "@/lib/visits/record/queries";
import type { VisitRecord } from "@/lib/visits/types";
import { generalFacts, visitBases } from "@/lib/visits/wording/frame/rules";
import type { Frame, Worded } from "@/lib/visits/wording/types";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { byKey } from "@/lib/kernel/by-key";
import type { Locale } from "@/lib/kernel/format";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { listBases, loadLaws } from "@/lib/legal/queries";
import { carriedOut } from "@/lib/legal/rules";

/** Who issues papers of a day, and what they cite. */
async function officeOn(viewer: Viewer, day: PlainDate) {
  const [issuer, bases] = await Promise.all([findLeadAgency(viewer, day), listBases(viewer, day)]);
  return { issuer: issuer ?? unrecorded, bases };
}

/**
 * What the minutes of visits say beside what is recorded on them, by visit, each as of the day planned: of those that are the
 * viewer's to record.
 */
export async function listFrames(
  viewer: Viewer,
  asked: readonly VisitRecord[],
  locale: Locale,
): Promise<Record<string, Frame>> {
  const visits = asked.filter(({ mine }) => mine);
  if (!may(viewer, "audits.record") || visits.length === 0) return {};
  const people = visits.flatMap(({ team }) => team.map(({ personId }) => personId));
  const days = visits.map(({ plannedOn }) => plannedOn);
  const [offices, posts, programmes, adoptions, laws, checklists] = await Promise.all([
    byKey(days, (day) => officeOn(viewer, day)),
    byKey(days, (day) => listPositions(viewer, [...new Set(people)], day)),
    byKey(days.map(yearOf), (year) => findPlan(viewer, year)),
    byKey(visits, ({ agencyId, plannedOn }) => findAdoption(viewer, agencyId, plannedOn)),
    asViewer(viewer, loadLaws),
    byKey(locale === "vi" ? [] : visits.map(({ checklist }) => checklist.id), (id) =>
      asViewer(viewer, (tx) => loadChecklist(tx, id, "vi")),
    ),
  ]);
  const frames = visits.map((visit) => {
    const { id, agencyName, plannedOn, mode, team, checklist } = visit;
    const office = offices.get(plannedOn) ?? { issuer: unrecorded, bases: [] };
    const own = new Set(team.map(({ personId }) => personId));
    const adoption = adoptions.get(visit);
    const vietnamese = checklists.get(checklist.id);
    const frame: Frame = {
      bases: visitBases({ mode, programme: programmes.get(yearOf(plannedOn)) ?? null, office }),
      named: office.bases.map(({ number }) => number),
      carriesOut: carriedOut(office),
      general: adoption ? generalFacts(adoption, agencyName) : [],
      reportsTo: office.issuer.name,
      laws,
      posts: Object.fromEntries(
        Object.entries(posts.get(plannedOn) ?? {}).filter(([personId]) => own.has(personId)),
      ),
      ...(vietnamese && { checklist: vietnamese }),
    };
    return [id, frame] as const;
  });
  return Object.fromEntries(frames);
}

/** What an office page makes the text of minutes from; those of a device bring their own. */
export async function findWorded(viewer: Viewer, visitId: string): Promise<Worded | null> {
  const visit = await findVisit(viewer, visitId, "vi");
  if (!visit) return null;
  const frame = (await listFrames(viewer, [visit], "vi"))[visitId];
  return frame ? { visit, frame } : null;
}
