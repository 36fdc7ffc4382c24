import type {
  Capacity,
  Colleague,
  Holiday,
  PlanContext,
  PlannedVisit,
  Proposed,
  Team,
  VisitPlan,
} from "@/lib/programme/types";
import type { Ranked } from "@/lib/programme/risk/types";
import type { TeamDuty } from "@/lib/programme/types";
import type { Value } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** 0 is Sunday. */
export const weekday = (day: PlainDate): (typeof weekdays)[number] =>
  weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 0;

/** Offices are closed on it. */
export const isWeekend = (day: PlainDate): boolean => weekday(day) === 0 || weekday(day) === 6;

/** The name of the holiday, "weekend", or null on a day when offices are open. */
export function closedOn(day: PlainDate, holidays: readonly Holiday[]): string | null {
  const holiday = holidays.find((each) => each.day === day);
  return holiday ? holiday.name : isWeekend(day) ? "weekend" : null;
}

function workdays(from: PlainDate, to: PlainDate, holidays: readonly Holiday[]): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (closedOn(day, holidays) === null) days.push(day);
  return days;
}

/** Working days of a period for so many visits, as far apart as it allows; null where there are fewer days than visits. */
export function spreadDates(
  count: number,
  { from, to }: Pick<Capacity, "from" | "to">,
  holidays: readonly Holiday[],
): PlainDate[] | null {
  const days = workdays(from, to, holidays);
  if (days.length < count) return null;
  return Array.from(
    { length: count },
    (_, n) => days[Math.floor(((2 * n + 1) * days.length) / (2 * count))],
  ).filter((day) => day !== undefined);
}

/** May a programme of that year be proposed so? */
export function capacityProblems(
  year: number,
  capacity: Capacity,
  today: PlainDate,
  holidays: readonly Holiday[],
): Problem[] {
  const { onSite, desk, from, to } = capacity;
  if (year < yearOf(today)) return [problem("year-over", undefined, { year })];
  const outside = (["from", "to"] as const)
    .filter((field) => yearOf(capacity[field]) !== year)
    .map((field) => problem("outside-year", field, { year }));
  if (outside.length > 0) return outside;
  if (to < from) return [problem("date-before", "to", { earliest: formatDate(from) })];
  if (onSite + desk === 0) return [problem("no-visits", "onSite")];
  return spreadDates(onSite + desk, capacity, holidays) === null ? [problem("too-few-days", "to")] : [];
}

/** The first of the ranking on site, those after them by their papers, each with a working day; nobody else. */
export function propose(
  ranked: readonly Ranked[],
  capacity: Capacity,
  holidays: readonly Holiday[],
): Proposed[] {
  const count = Math.min(ranked.length, capacity.onSite + capacity.desk);
  const dates = spreadDates(count, capacity, holidays) ?? [];
  return ranked.map((each, position): Proposed => {
    const plannedOn = dates[position];
    if (plannedOn === undefined) return { ...each, visit: null };
    return { ...each, visit: { mode: position < capacity.onSite ? "on_site" : "desk", plannedOn } };
  });
}

/** The people of a team with their duties, in order of rank. */
export const teamMembers = ({
  leader,
  deputy,
  secretary,
  members,
}: Team): { personId: string; duty: TeamDuty }[] =>
  [
    { personId: leader, duty: "leader" as const },
    { personId: deputy, duty: "deputy" as const },
    { personId: secretary, duty: "secretary" as const },
    ...members.map((personId) => ({ personId, duty: "member" as const })),
  ].flatMap(({ personId, duty }) => (personId === null ? [] : [{ personId, duty }]));

/** The other way round: a team from its people. */
export function teamOf(people: readonly { personId: string; duty: TeamDuty }[]): Team {
  const holder = (duty: TeamDuty) => people.find((each) => each.duty === duty)?.personId ?? null;
  return {
    leader: holder("leader"),
    deputy: holder("deputy"),
    secretary: holder("secretary"),
    members: people.filter(({ duty }) => duty === "member").map(({ personId }) => personId),
  };
}

/** How history tells of a team: a line for each of its people. */
export const teamText = (people: readonly { name: string; duty: TeamDuty }[]): Value =>
  people.map(({ name, duty }) => ({ [duty]: name }));

const fieldOf = {
  leader: "leader",
  deputy: "deputy",
  secretary: "secretary",
  member: "members",
} as const satisfies Record<TeamDuty, string>;

const servesIn = ({ posts }: Colleague, agencyId: string, on: PlainDate): boolean =>
  posts.some((post) => post.agencyId === agencyId && post.from <= on && (post.to === null || post.to > on));

function memberProblems(plan: VisitPlan, context: PlanContext): Problem[] {
  const seen = new Set<string>();
  return teamMembers(plan.team).flatMap(({ personId, duty }) => {
    const field = fieldOf[duty];
    const colleague = context.colleagues.find(({ id }) => id === personId);
    if (!colleague) return [problem("not-an-id", field)];
    const { name } = colleague;
    if (seen.has(personId)) return [problem("person-twice", field, { name })];
    seen.add(personId);
    if (servesIn(colleague, context.agencyId, plan.plannedOn))
      return [problem("serves-there", field, { name })];
    const clash = context.engaged.find((each) => each.personId === personId);
    return clash
      ? [problem("person-clash", field, { name, date: formatDate(plan.plannedOn), agency: clash.agencyName })]
      : [];
  });
}

/** What stands in the way of a visit so planned, each at its field. */
export function planProblems(plan: VisitPlan, context: PlanContext): Problem[] {
  const { plannedOn, team } = plan;
  const closed = closedOn(plannedOn, context.holidays);
  return [
    ...(yearOf(plannedOn) === context.year
      ? []
      : [problem("outside-year", "plannedOn", { year: context.year })]),
    ...(closed === null || context.keepDay ? [] : [dayOff(plannedOn, closed)]),
    ...(team.leader === null ? [problem("leader-needed", "leader")] : []),
    ...memberProblems(plan, context),
  ];
}

const dayOff = (day: PlainDate, closed: string): Problem =>
  closed === "weekend"
    ? problem("weekend", "plannedOn", { date: formatDate(day) })
    : problem("holiday", "plannedOn", { date: formatDate(day), name: closed });

const names = (visits: readonly PlannedVisit[]): string =>
  visits.map(({ agencyName }) => agencyName).join("; ");

/** Two visits of one day that share somebody. */
function clashOf(visits: readonly PlannedVisit[]): Problem[] {
  const taken = new Map<string, PlannedVisit>();
  for (const visit of visits)
    for (const { personId, name } of visit.team) {
      const key = `${visit.plannedOn} ${personId}`;
      const other = taken.get(key);
      if (other)
        return [
          problem("person-clash", undefined, {
            name,
            date: formatDate(visit.plannedOn),
            agency: `${other.agencyName}; ${visit.agencyName}`,
          }),
        ];
      taken.set(key, visit);
    }
  return [];
}

/** What keeps a draft from being approved. */
export function approvalProblems(
  visits: readonly PlannedVisit[],
  decidedOn: PlainDate,
  today: PlainDate,
): Problem[] {
  if (visits.length === 0) return [problem("no-visits")];
  if (decidedOn > today) return [problem("date-in-future", "decidedOn", { latest: formatDate(today) })];
  const leaderless = visits.filter(({ team }) => !team.some(({ duty }) => duty === "leader"));
  if (leaderless.length > 0)
    return [problem("visits-without-leader", undefined, { agencies: names(leaderless) })];
  return clashOf(visits);
}
