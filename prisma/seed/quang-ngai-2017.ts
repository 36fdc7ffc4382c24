import { rebuildStanding } from "@/lib/adoption/standing/commands";
import type { Tx } from "@/lib/identity/database";
import { agencies } from "@/prisma/seed/data/agencies";
import { seedAdoption } from "@/prisma/seed/adoption";
import { seedCatalogue } from "@/prisma/seed/catalogue";
import { seedDocuments } from "@/prisma/seed/documents";
import { seedFollowUp } from "@/prisma/seed/follow-up";
import { seedHistory } from "@/prisma/seed/history";
import { seedPeople } from "@/prisma/seed/people";
import { seedPolicies } from "@/prisma/seed/policies";
import { seedNextProgramme } from "@/prisma/seed/programme";
import { agencyId, seedRegistry } from "@/prisma/seed/registry";
import { seedReviews } from "@/prisma/seed/reviews";
import { seedVisits } from "@/prisma/seed/visits";

/**
 * Quảng Ngãi at the end of 2017: 46 agencies, 36 declared, 7 in progress, 3 not started, 10 visited. The totals are the
 * article's; which agency is which, and every name and detail, is made up.
 */
export async function seedQuangNgai2017(tx: Tx): Promise<void> {
  await seedRegistry(tx);
  await seedPeople(tx);
  await seedAdoption(tx);
  await rebuildStanding(
    tx,
    agencies.map((agency) => agencyId(agency.code)),
  );
  await seedDocuments(tx);
  await seedCatalogue(tx);
  await seedPolicies(tx);
  await seedVisits(tx);
  await seedFollowUp(tx);
  await seedNextProgramme(tx);
  await seedReviews(tx);
  await seedHistory(tx);
}
