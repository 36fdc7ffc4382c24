import { rebuildStanding } from "@/lib/adoption/standing/commands";
import type { Tx } from "@/lib/identity/database";
import { agencies } from "@/prisma/seed/data/agencies";
import { plantAdoption } from "@/prisma/seed/adoption";
import { plantDocuments } from "@/prisma/seed/documents";
import { plantFollowUp } from "@/prisma/seed/follow-up";
import { plantHistory } from "@/prisma/seed/history";
import { plantPeople } from "@/prisma/seed/people";
import { plantPolicies } from "@/prisma/seed/policies";
import { plantNextProgramme } from "@/prisma/seed/programme";
import { agencyId, plantRegistry } from "@/prisma/seed/registry";
import { plantReviews } from "@/prisma/seed/reviews";
import { plantVisits } from "@/prisma/seed/visits";

/**
 * Quảng Ngãi at the end of 2017: 46 agencies, 36 declared, 7 in progress, 3 not started, 10 visited. The totals are the
 * article's; which agency is which, and every name and detail, is made up.
 */
export async function plantQuangNgai2017(tx: Tx): Promise<void> {
  await plantRegistry(tx);
  await plantPeople(tx);
  await plantAdoption(tx);
  await rebuildStanding(
    tx,
    agencies.map((agency) => agencyId(agency.code)),
  );
  await plantDocuments(tx);
  await plantPolicies(tx);
  await plantVisits(tx);
  await plantFollowUp(tx);
  await plantNextProgramme(tx);
  await plantReviews(tx);
  await plantHistory(tx);
}
