import { findAdoption } from "@/lib/adoption/queries";
import { findLeadAgency } from "@/lib/agencies/lead/queries";
import { unrecorded } from "@/lib/agencies/lead/rules";
import { listPositions } from "@/lib/appointments/queries";
import { loadChecklist } from "@/lib/audits/checklist/queries";
import { findPlan } from "@/lib/audits/plan/queries";
import { findVisit } from "@/lib/audits/queries";
import type { VisitRecord } from "@/lib/audits/types";
import { generalFacts, visitBases } from "@/lib/audits/wording/frame/rules";
import type { Frame, Worded } from "@/lib/audits/wording/types";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import { yearOf } from "@/lib/kernel/plain-date";
import { listBases, listCited } from "@/lib/legal/queries";
import { carriedOut } from "@/lib/legal/rules";

const lawsOf = ({ checklist }: VisitRecord): string[] => [
  ...new Set(checklist.questions.flatMap(({ legalDocumentId }) => legalDocumentId ?? [])),
];

/** What the minutes of a visit say beside what is recorded on it, as of the day planned; null where it is not theirs to record. */
export async function findFrame(viewer: Viewer, visit: VisitRecord, locale: Locale): Promise<Frame | null> {
  if (!may(viewer, "audits.record")) return null;
  const { agencyId, agencyName, plannedOn, mode, team } = visit;
  const people = team.map(({ personId }) => personId);
  const [issuer, bases, programme, adoption, posts, laws, checklist] = await Promise.all([
    findLeadAgency(viewer, plannedOn),
    listBases(viewer, plannedOn),
    findPlan(viewer, yearOf(plannedOn)),
    findAdoption(viewer, agencyId, plannedOn),
    listPositions(viewer, people, plannedOn),
    listCited(viewer, lawsOf(visit)),
    locale === "vi" ? null : asViewer(viewer, (tx) => loadChecklist(tx, visit.checklist.id, "vi")),
  ]);
  const office = { issuer: issuer ?? unrecorded, bases };
  return {
    bases: visitBases({ mode, programme, office }),
    named: bases.map(({ number }) => number),
    carriesOut: carriedOut(office),
    general: generalFacts(adoption, agencyName),
    reportsTo: office.issuer.name,
    ...{ laws, posts },
    ...(checklist && { checklist }),
  };
}

/** What an office page makes the text of minutes from; those of a device bring their own. */
export async function findWorded(viewer: Viewer, visitId: string): Promise<Worded | null> {
  const visit = await findVisit(viewer, visitId, "vi");
  const frame = visit && (await findFrame(viewer, visit, "vi"));
  return frame && { visit, frame };
}
