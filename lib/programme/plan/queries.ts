import { Prisma } from "@/generated/prisma/client";
import type { Plan } from "@/lib/programme/plan/types";
import { loadPlannedVisits } from "@/lib/programme/queries";
import { agencyParameter } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabaseOrNull } from "@/lib/kernel/plain-date";

const select = { title: true, approvedOn: true, approval: { select: { decisionNumber: true } } } as const;

/**
 * A year's programme with its visits and teams by name, as far as they are the viewer's to see; null where there is none.
 * A draft is only for who plans.
 */
export async function findPlan(viewer: Viewer, year: number): Promise<Plan | null> {
  if (!may(viewer, "audits.list")) return null;
  const only = agencyParameter(viewer, "audits.list");
  return asViewer(viewer, async (tx) => {
    const programme = await tx.programme.findUnique({ where: { year }, select });
    if (!programme || (programme.approvedOn === null && !may(viewer, "audits.plan"))) return null;
    const visits = Prisma.sql`y.year = ${year} and (${only}::uuid is null or v.agency_id = ${only}::uuid)`;
    return {
      year,
      title: programme.title,
      approvedOn: fromDatabaseOrNull(programme.approvedOn),
      decisionNumber: programme.approval?.decisionNumber ?? null,
      visits: await loadPlannedVisits(tx, visits),
    };
  });
}
