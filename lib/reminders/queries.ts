import { findProgress } from "@/lib/adoption/progress/queries";
import { declaredSince } from "@/lib/adoption/rules";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { findCoverage } from "@/lib/coverage/queries";
import { listReviews } from "@/lib/self-reviews/queries";
import { yearlyDuties } from "@/lib/self-reviews/rules";
import { findingsPageSize, listFindings } from "@/lib/findings/queries";
import type { FindingLine } from "@/lib/findings/types";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { findPolicy } from "@/lib/policies/queries";
import { listDocuments } from "@/lib/procedures/queries";
import { listUpdates } from "@/lib/updates/queries";
import { deskOf, tasksOf } from "@/lib/reminders/rules";
import type { Desk } from "@/lib/reminders/types";

/** What an agency has to do on a day, as it lies on one of its desks, and the records from which it follows. */
export async function findDuties(
  viewer: Viewer,
  agency: Pick<AgencyIdentity, "id" | "code">,
  desk: Desk,
  on: PlainDate,
  locale: Locale,
) {
  const [set, policy, findings, adoption, reviews, updates, coverage, [staffing]] = await Promise.all([
    listDocuments(viewer, agency.id, on, locale),
    findPolicy(viewer, agency.id, on),
    listOpenFindings(viewer, agency.code),
    findProgress(viewer, agency.id, on),
    listReviews(viewer, agency.id, on),
    listUpdates(viewer, { agencyId: agency.id }, on),
    findCoverage(viewer, agency.id, on),
    listStaffing(viewer, on, agency.id),
  ]);
  const declaredOn = declaredSince(adoption);
  const yearly = yearlyDuties(reviews, declaredOn, on);
  const alone = staffing?.writers === 0;
  const facts = { set, policy, findings, updates, coverage, adoption, yearly, declaredOn, alone };
  return { set, policy, staffing: staffing ?? null, tasks: tasksOf(facts, desk, on) };
}

/** How many things the viewer's own agency has to do: the length of the list on its desk. */
export async function countTasks(viewer: Viewer, on: PlainDate): Promise<number> {
  const { agencyId: id, agencyCode: code } = viewer;
  if (!may(viewer, "desk.read") || id === null || code === null) return 0;
  return (await findDuties(viewer, { id, code }, deskOf(viewer), on, "vi")).tasks.length;
}

const open = { year: null, topic: null, severity: null, openOnly: true } as const;

/** All of them, however many pages they fill. */
async function listOpenFindings(viewer: Viewer, agencyCode: string): Promise<FindingLine[]> {
  const lines: FindingLine[] = [];
  for (let page = 1; ; page += 1) {
    const read = await listFindings(viewer, { ...open, agencyCode, page });
    lines.push(...read.lines);
    if (page * findingsPageSize >= read.total) return lines;
  }
}
