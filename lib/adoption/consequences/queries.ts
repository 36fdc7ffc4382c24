import { consequencesOf } from "@/lib/adoption/consequences/rules";
import type { Consequences, Figures } from "@/lib/adoption/consequences/types";
import { mayLapse, snapshotOn } from "@/lib/adoption/rules";
import { loadFacts, loadFramework } from "@/lib/adoption/standing/queries";
import type { AgencyFacts, Milestone } from "@/lib/adoption/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** The figures of the province on a day: two numbers that it publishes, for whoever is about to change them. */
async function figuresOn(tx: Tx, on: PlainDate): Promise<Figures> {
  const rows = await tx.$queryRaw<Figures[]>`select declared, total from province_figures(${on}::date)`;
  return rows[0] ?? { declared: 0, total: 0 };
}

/** What changes if the milestones of an agency were others, inside a transaction that is already open. */
export async function consequencesFor(
  tx: Tx,
  agencyId: string,
  otherwise: (milestones: readonly Milestone[]) => readonly Milestone[],
  on: PlainDate,
): Promise<Consequences> {
  const framework = await loadFramework(tx);
  const facts = (await loadFacts(tx, [agencyId])).get(agencyId);
  const standing = (of: AgencyFacts | undefined) => (of ? snapshotOn(of, framework, on) : null);
  const changed = facts && { ...facts, milestones: otherwise(facts.milestones) };
  return consequencesOf(standing(facts), standing(changed), on, await figuresOn(tx, on));
}

/** What a lapse today would change; null where this viewer may not say so, or no declared system stands. */
export async function findLapse(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
): Promise<Consequences | null> {
  if (!mayFor(viewer, "adoption.lapse", agencyId)) return null;
  return asViewer(viewer, async (tx) => {
    const milestones = (await loadFacts(tx, [agencyId])).get(agencyId)?.milestones ?? [];
    const editionId = milestones.at(-1)?.editionId;
    if (editionId === undefined || !mayLapse(milestones)) return null;
    const lapsed: Milestone = { kind: "lapsed", occurredOn: on, editionId, declarationId: null };
    return consequencesFor(tx, agencyId, (before) => [...before, lapsed], on);
  });
}
