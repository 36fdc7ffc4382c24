import { decidingMilestone, lapsedOn } from "@/lib/adoption/chain/rules";
import { bucketOf, stageOn } from "@/lib/adoption/rules";
import type {
  AgencyFacts,
  Dated,
  Framework,
  Milestone,
  Snapshot,
  Standing,
  StandingBreak,
  StandingRow,
} from "@/lib/adoption/types";
import type { Obligation } from "@/lib/agencies/types";
import { searchKey } from "@/lib/kernel/text";
import { addDays, endOfTime, type PlainDate } from "@/lib/kernel/plain-date";

const on = <Fact>(facts: readonly Dated<Fact>[], day: PlainDate): Dated<Fact> | null =>
  facts.find((fact) => fact.validFrom <= day && (fact.validTo === null || day < fact.validTo)) ?? null;

/** The earliest deadline that applies to an obligation and was known by then. */
function deadlineOf(obligation: Obligation, day: PlainDate, { deadlines }: Framework): PlainDate | null {
  const known = deadlines.filter((each) => each.knownFrom <= day && each.obligations.includes(obligation));
  return known.map((each) => each.dueOn).sort()[0] ?? null;
}

/** By when an agency has to have declared: by the deadline, and again from the day on which its system lapsed, which has its own clock. */
function dueOn(
  obligation: Obligation,
  milestones: readonly Milestone[],
  day: PlainDate,
  framework: Framework,
): PlainDate | null {
  const deadline = deadlineOf(obligation, day, framework);
  const lapse = lapsedOn(milestones, day);
  return deadline !== null && lapse !== null && lapse > deadline ? lapse : deadline;
}

/** All a figure needs to know of an agency on one day, from the facts themselves; null where it does not exist or is not obliged. */
export function snapshotOn(facts: AgencyFacts, framework: Framework, day: PlainDate): Snapshot | null {
  const name = on(facts.names, day);
  const kind = on(facts.kinds, day);
  const obligation = on(facts.obligations, day);
  if (!name || !kind || !obligation) return null;
  const milestone = decidingMilestone(facts.milestones, day);
  const stage = stageOn(facts.milestones, day, framework.transitions);
  return {
    name: name.name,
    abbreviation: name.abbreviation,
    kind: kind.kind,
    parentId: on(facts.parents, day)?.parentId ?? null,
    obligation: obligation.obligation,
    stage,
    bucket: bucketOf(stage),
    editionId: milestone?.editionId ?? null,
    declarationId: bucketOf(stage) === "declared" ? (milestone?.declarationId ?? null) : null,
    stageSince: milestone?.occurredOn ?? null,
    dueOn: dueOn(obligation.obligation, facts.milestones, day, framework),
  };
}

/** Every day on which something about the agency may change. */
function turningPoints(facts: AgencyFacts, framework: Framework): PlainDate[] {
  const dated = [facts.names, facts.kinds, facts.parents, facts.obligations].flat();
  const days = [
    ...dated.flatMap((fact) => (fact.validTo ? [fact.validFrom, fact.validTo] : [fact.validFrom])),
    ...facts.milestones.map((milestone) => milestone.occurredOn),
    ...framework.deadlines.map((each) => each.knownFrom),
    ...framework.transitions.flatMap((each) => [each.knownFrom, addDays(each.deadlineOn, 1)]),
  ];
  return [...new Set(days)].sort();
}

const same = (a: Snapshot, b: Snapshot): boolean =>
  (Object.keys(a) as (keyof Snapshot)[]).every((key) => a[key] === b[key]);

/** The agency's standing in consecutive periods, equal neighbours merged: what agency_standing holds. */
export function standingPeriods(facts: AgencyFacts, framework: Framework): Standing[] {
  const days = turningPoints(facts, framework);
  const periods: Standing[] = [];
  days.forEach((day, index) => {
    const snapshot = snapshotOn(facts, framework, day);
    const last = periods.at(-1);
    const validTo = days[index + 1] ?? endOfTime;
    if (!snapshot) return;
    if (last && last.validTo === day && same(snapshot, last)) last.validTo = validTo;
    else periods.push({ ...snapshot, validFrom: day, validTo });
  });
  return periods;
}

/** Found by its name, its abbreviation, and with "Ủy ban nhân dân" written out. */
const nameKeyOf = ({ name, abbreviation }: Standing): string =>
  searchKey(`${name} ${abbreviation} ${name.replace(/^UBND /, "Ủy ban nhân dân ")}`);

/** The rows of agency_standing that follow from the facts of an agency. */
export const standingRows = (agencyId: string, facts: AgencyFacts, framework: Framework): StandingRow[] =>
  standingPeriods(facts, framework).map((standing) => ({
    ...standing,
    agencyId,
    nameKey: nameKeyOf(standing),
  }));

/**
 * Named anew whenever the rules come to another standing from the same facts: each site then writes all its standings anew, once, while
 * it serves.
 */
export const derivation = "steps that stand on their chain";

/** The job that writes them. */
export const standingsJob = "write-standings";

const periodOf = ({ agencyId, validFrom }: StandingRow): string => `${agencyId} ${validFrom}`;

const sameRow = (a: StandingRow, b: StandingRow): boolean =>
  (Object.keys(a) as (keyof StandingRow)[]).every((key) => a[key] === b[key]);

/** Every period in which what is stored is not what follows from the facts: changed, gone, or there without a fact. */
export function standingBreaks(
  stored: readonly StandingRow[],
  computed: readonly StandingRow[],
): StandingBreak[] {
  const stands = new Map(stored.map((row) => [periodOf(row), row]));
  const follows = new Map(computed.map((row) => [periodOf(row), row]));
  const told = (reason: StandingBreak["reason"], { agencyId, name, validFrom, validTo }: StandingRow) => ({
    ...{ agencyId, name, validFrom, validTo, reason },
  });
  return [
    ...computed.flatMap((row) => {
      const there = stands.get(periodOf(row));
      if (!there) return [told("missing", row)];
      return sameRow(row, there) ? [] : [told("altered", row)];
    }),
    ...stored.filter((row) => !follows.has(periodOf(row))).map((row) => told("not recorded", row)),
  ];
}
