import type { LeadAgency } from "@/lib/agencies/lead/types";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** Who issues the papers of a day, named as on that day; null where nobody is recorded. */
export async function findLeadAgency(viewer: Viewer, on: PlainDate): Promise<LeadAgency | null> {
  if (!may(viewer, "papers.visit")) return null;
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<LeadAgency[]>`
    select name, abbreviation, parent_name as "parentName", committee, province, place, head_title as "headTitle", drafter,
      copies_to as "copiesTo"
    from lead_agency_on(${on}::date)`,
  );
  return rows[0] ?? null;
}
