import { correctionsOf } from "@/lib/adoption/corrected/queries";
import { listStandings } from "@/lib/adoption/queries";
import { mandatory, obliged } from "@/lib/adoption/standing/queries";
import { actsOn, headlineOf, jumpsOf } from "@/lib/compliance/rules";
import type { CountRow, Definition, Headline, Obliging } from "@/lib/compliance/types";
import type { Dashboard, FindingFigures, TopicCount, YearPoint } from "@/lib/dashboard/types";
import { isAnswered } from "@/lib/findings/queries";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { today } from "@/lib/platform/clock";

const mostTiles = 200;
const overdueShown = 12;
const firstYear = 2010;

/** The province's figures on a day: one scan of one index. */
export async function findHeadline(tx: Tx, on: PlainDate): Promise<Headline> {
  const rows = await tx.$queryRaw<CountRow[]>`
    select kind::text as kind, bucket::text as bucket, count(*)::int as count,
      (count(*) filter (where bucket <> 'declared' and due_on < ${on}::date))::int as overdue,
      (min(due_on) filter (where bucket <> 'declared' and due_on < ${on}::date))::text as "earliestDue",
      (max(due_on) filter (where bucket <> 'declared' and due_on < ${on}::date))::text as "latestDue"
    from agency_standing
    where valid_to > ${on}::date and valid_from <= ${on}::date
      and ${obliged}
    group by kind, bucket`;
  return headlineOf(rows);
}

/** By which acts how many agencies were obliged, of all that was known by then. */
const findObliging = (tx: Tx, on: PlainDate): Promise<Obliging[]> => tx.$queryRaw<Obliging[]>`
  select l.number as law, o.valid_from::text as "from", o.valid_to::text as "to", o.agencies
  from (select legal_document_id, valid_from, valid_to, count(*)::int as agencies from agency_obligation
    where obligation in ${mandatory} and valid_from <= ${on}::date
    group by 1, 2, 3) o join legal_document l on l.id = o.legal_document_id`;

async function findDefinition(
  tx: Tx,
  on: PlainDate,
  obliging: readonly Obliging[],
): Promise<Definition | null> {
  const rows = await tx.$queryRaw<Omit<Definition, "acts">[]>`
    select json_build_object('vi', title_vi, 'en', title_en) as title from subject_set where id = 'mandatory'`;
  return rows[0] ? { ...rows[0], acts: actsOn(obliging, on) } : null;
}

/**
 * How many had declared at the end of each year, and by `on` in its year. One scan, whatever the number of years: each period
 * counts from the first of these days that it reaches to the last one that it covers.
 */
const countYears = (tx: Tx, on: PlainDate) => tx.$queryRaw<Omit<YearPoint, "correctedOn">[]>`
  with ends as (
    select array_agg(least(make_date(year, 12, 31), ${on}::date) order by year) as days
    from generate_series(${firstYear}::int, ${yearOf(on)}::int) as year
  ), spans as (
    select width_bucket(valid_from - 1, days) + 1 as first, width_bucket(valid_to - 1, days) as last,
      bucket = 'declared' as declared, count(*) as agencies
    from agency_standing, ends
    where ${obliged}
    group by 1, 2, 3
  )
  select (${firstYear}::int + n - 1)::int as year, day::text as "on",
    coalesce(sum(agencies) filter (where declared), 0)::int as declared, sum(agencies)::int as total
  from ends, unnest(days) with ordinality as point(day, n) join spans on n between first and last
  group by n, day order by n`;

async function findYears(tx: Tx, on: PlainDate): Promise<YearPoint[]> {
  const years = await countYears(tx, on);
  const corrections = await correctionsOf(
    tx,
    years.map((point) => point.on),
    await today(),
  );
  return years.map((point) => ({ ...point, correctedOn: corrections.get(point.on) ?? null }));
}

const findTopics = (tx: Tx, on: PlainDate): Promise<TopicCount[]> => tx.$queryRaw<TopicCount[]>`
  select f.topic::text as topic, count(distinct f.agency_id)::int as agencies
  from finding f join visit v on v.id = f.visit_id join programme p on p.id = v.programme_id
    join agency_standing s on s.agency_id = f.agency_id and s.valid_from <= ${on}::date and s.valid_to > ${on}::date
      and ${obliged}
  where p.year = ${yearOf(on)}::int and f.raised_on <= ${on}::date
  group by f.topic order by 2 desc, 1`;

async function findFindings(tx: Tx, on: PlainDate): Promise<FindingFigures> {
  const rows = await tx.$queryRaw<FindingFigures[]>`
    with known as (
      select f.due_on + coalesce(b.still_days, 0) as due_on, b.blocked_by, ${on}::date - b.blocked_since as days, b.corrected_on, ${isAnswered(on)} as answered
      from finding f left join finding_clock(${on}::date) b on b.finding_id = f.id
      where f.raised_on <= ${on}::date
        and not exists (select 1 from finding_closure c where c.finding_id = f.id and c.closed_on <= ${on}::date)
    )
    select count(*)::int as open, (count(*) filter (where blocked_by is null and corrected_on is null and due_on < ${on}::date))::int as late,
      count(blocked_by)::int as blocked, count(corrected_on)::int as corrected,
      (count(*) filter (where answered and blocked_by is null and corrected_on is null))::int as answered,
      coalesce((select json_agg(b) from (select blocked_by as body, count(*)::int as findings, max(days) as "longestDays"
        from known where blocked_by is not null group by 1 order by 3 desc, 1) b), '[]') as blockers
    from known`;
  return rows[0] ?? { open: 0, late: 0, blocked: 0, answered: 0, corrected: 0, blockers: [] };
}

type VisitCounts = { planned: number; done: number; visited: number };

async function findVisits(tx: Tx, on: PlainDate): Promise<VisitCounts> {
  const rows = await tx.$queryRaw<VisitCounts[]>`
    select count(*)::int as planned, (count(r.visit_id))::int as done,
      (count(distinct v.agency_id) filter (where r.visit_id is not null))::int as visited
    from visit v join programme p on p.id = v.programme_id
      left join visit_result r on r.visit_id = v.id and r.finalised_on <= ${on}::date
    where p.year = ${yearOf(on)}::int`;
  return rows[0] ?? { planned: 0, done: 0, visited: 0 };
}

/** Everything the leader's first page shows, rebuilt for any day. */
export async function findDashboard(viewer: Viewer, on: PlainDate): Promise<Dashboard | null> {
  if (!may(viewer, "dashboard.read")) return null;
  const figures = await asViewer(viewer, async (tx) => {
    const obliging = await findObliging(tx, on);
    const years = await findYears(tx, on);
    return {
      headline: await findHeadline(tx, on),
      definition: await findDefinition(tx, on, obliging),
      topics: await findTopics(tx, on),
      findings: await findFindings(tx, on),
      visits: await findVisits(tx, on),
      years,
      jumps: jumpsOf(years, obliging),
    };
  });
  const everybody = { on, query: "", kind: null, obligation: null, bucket: null, topic: null, page: 1 };
  const few = figures.headline.total <= mostTiles;
  const tiles = few
    ? await listStandings(viewer, { ...everybody, overdue: false }, mostTiles)
    : { lines: [] };
  const overdue = await listStandings(viewer, { ...everybody, overdue: true }, overdueShown);
  const { visited, ...visits } = figures.visits;
  return { ...figures, on, visits, visited, tiles: tiles.lines, overdue: overdue.lines };
}
