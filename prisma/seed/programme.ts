import { saveDraft } from "@/lib/programme/commands";
import { loadSubjects, loadWeightSet } from "@/lib/programme/risk/queries";
import type { Tx } from "@/lib/identity/database";
import { plainDate } from "@/lib/kernel/plain-date";
import { idOf } from "@/prisma/seed/ids";
import { teamOf } from "@/prisma/seed/visits";

const proposedOn = plainDate("31/12/2017");

/** The draft of next year's programme, by the same rules as everywhere: proposed, and waiting for the leader. */
export async function seedNextProgramme(tx: Tx): Promise<void> {
  const weightSet = await loadWeightSet(tx, proposedOn);
  if (!weightSet) throw new Error("no weights");
  const visits = await saveDraft(tx, {
    year: 2018,
    capacity: { onSite: 10, desk: 6, from: plainDate("05/03/2018"), to: plainDate("28/09/2018") },
    proposedOn,
    weightSet,
    subjects: await loadSubjects(tx, proposedOn),
    idFor: (kind, key) => idOf(kind, key, 2018),
  });
  await tx.teamMember.createMany({ data: visits.flatMap(({ id }) => teamOf(id)) });
}
