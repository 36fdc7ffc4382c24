import { changesFigures, consequencesOf, figuresAfter } from "@/lib/adoption/consequences/rules";
import type { Consequences, Figures } from "@/lib/adoption/consequences/types";
import { standingSteps } from "@/lib/adoption/chain/rules";
import { declarationKinds, lapsesOf } from "@/lib/adoption/declarations/rules";
import { declaredSince, mayLapse } from "@/lib/adoption/rules";
import { loadFacts, loadFramework } from "@/lib/adoption/standing/queries";
import { snapshotOn } from "@/lib/adoption/standing/rules";
import type { Milestone, Snapshot } from "@/lib/adoption/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { endOfTime, fromDatabase, plainDate, yearOf, type PlainDate } from "@/lib/kernel/plain-date";

/** The figures of the province on a day: two numbers that it publishes, for whoever is about to change them. */
async function figuresOn(tx: Tx, on: PlainDate): Promise<Figures> {
  const rows = await tx.$queryRaw<Figures[]>`select declared, total from province_figures(${on}::date)`;
  return rows[0] ?? { declared: 0, total: 0 };
}

type SnapshotThen = Snapshot | null;

/** Years are shown from this one on (lib/dashboard). */
const firstYear = 2010;

const endsOfYears = (until: PlainDate): PlainDate[] =>
  Array.from({ length: Math.max(0, yearOf(until) - firstYear) }, (_, n) =>
    plainDate(`31/12/${firstYear + n}`),
  );

/** Which declaration stands before and after; null where the one to come is not recorded yet. */
async function standingOf(
  tx: Tx,
  agencyId: string,
  before: SnapshotThen,
  after: SnapshotThen,
): Promise<Consequences["standing"]> {
  if (after?.bucket === "declared" && after.declarationId === null) return null;
  const ids = [before, after].flatMap((of) => of?.declarationId ?? []);
  const rows = await tx.declaration.findMany({
    where: { agencyId, id: { in: ids } },
    select: { id: true, number: true, declaredOn: true, proceduresCovered: true, proceduresTotal: true },
  });
  const told = (of: SnapshotThen) => {
    const row = rows.find(({ id }) => id === of?.declarationId);
    if (!row) return null;
    const procedures = [row.proceduresCovered, row.proceduresTotal] as const;
    return { id: row.id, number: row.number, declaredOn: fromDatabase(row.declaredOn), procedures };
  };
  return { before: told(before), after: told(after) };
}

/** Declarations that are called otherwise if the milestones of their agency are others, in the order of their days. */
async function renamedBy(
  tx: Tx,
  agencyId: string,
  before: readonly Milestone[],
  after: readonly Milestone[],
): Promise<Consequences["renamed"]> {
  const rows = await tx.declaration.findMany({
    where: { agencyId, cancellationId: null },
    orderBy: [{ declaredOn: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
  });
  const declarations = rows.map((row) => ({
    ...{ id: row.id, number: row.number, declaredOn: fromDatabase(row.declaredOn), editionId: row.editionId },
    procedures: [row.proceduresCovered, row.proceduresTotal] as const,
    units: [row.unitsCovered, row.unitsTotal] as const,
  }));
  const kindsBy = (milestones: readonly Milestone[]) => {
    const left = declarations.filter(({ id }) =>
      milestones.some(({ declarationId }) => declarationId === id),
    );
    const kinds = declarationKinds(left, lapsesOf(milestones));
    return new Map(left.map(({ id }, at) => [id, kinds[at]]));
  };
  const [was, is] = [kindsBy(before), kindsBy(after)];
  return declarations.flatMap(({ id, number, declaredOn }) => {
    const change = { before: was.get(id), after: is.get(id) };
    return change.before && change.after && change.before !== change.after
      ? [{ number, declaredOn, before: change.before, after: change.after }]
      : [];
  });
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
  const changed = facts && { ...facts, milestones: otherwise(facts.milestones) };
  const both = (day: PlainDate): [before: SnapshotThen, after: SnapshotThen] => [
    facts ? snapshotOn(facts, framework, day) : null,
    changed ? snapshotOn(changed, framework, day) : null,
  ];
  const past = [];
  for (const day of endsOfYears(on)) {
    if (!changesFigures(...both(day))) continue;
    const before = await figuresOn(tx, day);
    past.push({ on: day, before, after: figuresAfter(before, ...both(day)) });
  }
  return {
    ...consequencesOf(...both(on), on, await figuresOn(tx, on)),
    standing: await standingOf(tx, agencyId, ...both(on)),
    since: {
      before: declaredSince({ standing: both(on)[0], milestones: facts?.milestones ?? [] }),
      after: declaredSince({ standing: both(on)[1], milestones: changed?.milestones ?? [] }),
    },
    renamed: await renamedBy(tx, agencyId, facts?.milestones ?? [], changed?.milestones ?? []),
    past,
  };
}

/** What a lapse on a day would change then; null where no declared system stands. */
export async function consequencesOfLapse(
  tx: Tx,
  agencyId: string,
  on: PlainDate,
): Promise<Consequences | null> {
  const milestones = (await loadFacts(tx, [agencyId])).get(agencyId)?.milestones ?? [];
  const editionId = standingSteps(milestones, endOfTime).at(-1)?.editionId;
  if (editionId === undefined || !mayLapse(milestones)) return null;
  const lapsed: Milestone = { kind: "lapsed", occurredOn: on, editionId, declarationId: null };
  return consequencesFor(tx, agencyId, (before) => [...before, lapsed], on);
}

/** What a lapse today would change; null where this viewer may not say so, or no declared system stands. */
export async function findLapse(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
): Promise<Consequences | null> {
  if (!mayFor(viewer, "adoption.lapse", agencyId)) return null;
  return asViewer(viewer, (tx) => consequencesOfLapse(tx, agencyId, on));
}
