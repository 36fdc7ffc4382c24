import { computeStanding } from "@/lib/adoption/standing/queries";
import { derivation, standingBreaks, standingsJob } from "@/lib/adoption/standing/rules";
import type { StandingBreak, StandingRow } from "@/lib/adoption/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { lock } from "@/lib/platform/locks";

const storedOf = (tx: Tx, agencyIds: readonly string[]): Promise<StandingRow[]> => tx.$queryRaw<
  StandingRow[]
>`
  select agency_id::text as "agencyId", valid_from::text as "validFrom", valid_to::text as "validTo", name, abbreviation,
    name_key as "nameKey", kind::text as kind, parent_id::text as "parentId", obligation::text as obligation, stage::text as stage,
    bucket::text as bucket, edition_id as "editionId", declaration_id::text as "declarationId", stage_since::text as "stageSince",
    due_on::text as "dueOn"
  from agency_standing where agency_id = any(${[...agencyIds]}::uuid[]) order by agency_id, valid_from`;

const breaksOf = async (tx: Tx, agencyIds: readonly string[]): Promise<StandingBreak[]> =>
  standingBreaks(await storedOf(tx, agencyIds), await computeStanding(tx, agencyIds));

/** Looked at again while nobody changes a milestone of them: what was caught halfway through a change is none. */
async function certainBreaksOf(tx: Tx, doubtful: readonly string[]): Promise<StandingBreak[]> {
  for (const id of doubtful) await lock(tx, "milestones", id);
  return breaksOf(tx, doubtful);
}

const atOnce = 500;

const oneMinute = 60_000;

/** Every agency whose stored standing, from which figures are read, is not what follows from its records; some agencies at a time. */
export async function findStandingBreaks(viewer: Viewer): Promise<StandingBreak[]> {
  const agencies = await asViewer(viewer, (tx) =>
    tx.agency.findMany({ orderBy: { id: "asc" }, select: { id: true } }),
  );
  const found: StandingBreak[] = [];
  for (let from = 0; from < agencies.length; from += atOnce) {
    const ids = agencies.slice(from, from + atOnce).map(({ id }) => id);
    const doubtful = await asViewer(viewer, (tx) => breaksOf(tx, ids), oneMinute);
    const of = [...new Set(doubtful.map(({ agencyId }) => agencyId))];
    if (of.length > 0) found.push(...(await asViewer(viewer, (tx) => certainBreaksOf(tx, of), oneMinute)));
  }
  return found;
}

/** Whether the standings were written by the rules of this release: after an upgrade its site does so once. */
export const areStandingsWritten = async (viewer: Viewer): Promise<boolean> =>
  (await asViewer(viewer, (tx) =>
    tx.job.count({ where: { name: standingsJob, key: derivation, finishedAt: { not: null } } }),
  )) > 0;
