import { Prisma } from "@/generated/prisma/client";
import { standingRows } from "@/lib/adoption/standing/rules";
import type { AgencyFacts, Dated, Framework, Milestone, StandingRow } from "@/lib/adoption/types";
import type { Obligation } from "@/lib/agencies/types";
import type { Tx } from "@/lib/identity/database";
import { groupBy } from "@/lib/kernel/collections";
import { fromDatabase, fromDatabaseOrNull } from "@/lib/kernel/plain-date";

/** The obligations that oblige, those of `isMandatory`: written out, because the planner knows how many agencies have which. */
export const mandatory = Prisma.sql`('mandatory_by_prime_minister', 'mandatory_by_province')`;

/** Of whom every figure is: the obliged that have not ceased, among rows of `agency_standing`. */
export const obliged = Prisma.sql`obligation in ${mandatory} and bucket <> 'ceased'`;

/** Deadlines and transitions with the day from which each was known. */
export async function loadFramework(tx: Tx): Promise<Framework> {
  const deadlines = await tx.deadline.findMany({
    select: {
      dueOn: true,
      subjectSet: { select: { obligations: true } },
      legalDocument: { select: { issuedOn: true } },
    },
  });
  const transitions = await tx.editionTransition.findMany({
    select: { editionId: true, deadlineOn: true, legalDocument: { select: { issuedOn: true } } },
  });
  return {
    deadlines: deadlines.map((each) => ({
      obligations: each.subjectSet.obligations satisfies Obligation[],
      dueOn: fromDatabase(each.dueOn),
      knownFrom: fromDatabase(each.legalDocument.issuedOn),
    })),
    transitions: transitions.map((each) => ({
      editionId: each.editionId,
      deadlineOn: fromDatabase(each.deadlineOn),
      knownFrom: fromDatabase(each.legalDocument.issuedOn),
    })),
  };
}

type Period = { agencyId: string; validFrom: Date; validTo: Date | null };

const dated = <Row extends Period>(row: Row): Dated<Omit<Row, "validFrom" | "validTo">> => ({
  ...row,
  validFrom: fromDatabase(row.validFrom),
  validTo: fromDatabaseOrNull(row.validTo),
});

const period = { agencyId: true, validFrom: true, validTo: true } as const;

/** The dated facts of many agencies, five statements whatever their number. */
export async function loadFacts(tx: Tx, agencyIds: readonly string[]): Promise<Map<string, AgencyFacts>> {
  const where = { agencyId: { in: [...agencyIds] } };
  const names = await tx.agencyName.findMany({
    where,
    select: { ...period, name: true, abbreviation: true },
  });
  const kinds = await tx.agencyKindFact.findMany({ where, select: { ...period, kind: true } });
  const parents = await tx.agencyParent.findMany({ where, select: { ...period, parentId: true } });
  const obligations = await tx.agencyObligation.findMany({ where, select: { ...period, obligation: true } });
  const milestones = await loadMilestones(tx, agencyIds);
  const of = <Row extends { agencyId: string }>(rows: readonly Row[]) => groupBy(rows, (row) => row.agencyId);
  const groups = { names: of(names), kinds: of(kinds), parents: of(parents), obligations: of(obligations) };
  return new Map(
    agencyIds.map((id) => [
      id,
      {
        names: (groups.names.get(id) ?? []).map(dated),
        kinds: (groups.kinds.get(id) ?? []).map(dated),
        parents: (groups.parents.get(id) ?? []).map(dated),
        obligations: (groups.obligations.get(id) ?? []).map(dated),
        milestones: milestones.get(id) ?? [],
      },
    ]),
  );
}

/** Milestones by agency, in the order in which they happened and were recorded; those that were cancelled never happened. */
export async function loadMilestones(
  tx: Tx,
  agencyIds: readonly string[],
): Promise<Map<string, Milestone[]>> {
  const rows = await tx.milestone.findMany({
    where: { agencyId: { in: [...agencyIds] }, cancellationId: null },
    orderBy: [{ occurredOn: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
    select: { agencyId: true, kind: true, occurredOn: true, editionId: true, declarationId: true },
  });
  return groupBy(
    rows.map((row) => ({ ...row, occurredOn: fromDatabase(row.occurredOn) })),
    (row) => row.agencyId,
  );
}

/** The rows of agency_standing that follow from the facts of these agencies. */
export async function computeStanding(tx: Tx, agencyIds: readonly string[]): Promise<StandingRow[]> {
  const framework = await loadFramework(tx);
  const facts = await loadFacts(tx, agencyIds);
  return [...facts].flatMap(([agencyId, ofAgency]) => standingRows(agencyId, ofAgency, framework));
}
