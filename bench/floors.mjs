// @ts-check
// The best statements we know for what the site answers: each figure in one round trip, prepared, without row security (the
// reader of exports sees everything). Who knows a better one puts it here.

const obliged = `obligation in ('mandatory_by_prime_minister', 'mandatory_by_province') and bucket <> 'ceased'`;
const onDay = `valid_from <= $1::date and valid_to > $1::date`;
const late = `bucket in ('in_progress', 'not_started') and due_on is not null and due_on < $1::date`;

/** @param {string} condition @param {string} order @param {number} size */
const lines = (condition, order, size) => `
  select a.code, s.name, s.kind, s.stage, s.bucket, s.obligation, s.due_on, $1::date - s.due_on as late,
    (select reason from delay_cause d where d.agency_id = s.agency_id and d.stated_on <= $1::date
      and (d.ended_on is null or d.ended_on > $1::date) order by stated_on desc limit 1) as cause,
    (select (kind, target_on) from milestone_target m where m.agency_id = s.agency_id and m.stated_on <= $1::date
      order by stated_on desc limit 1) as target
  from (select * from agency_standing where ${onDay} and ${obliged} and ${condition} order by ${order} limit ${size}) s
    join agency a on a.id = s.agency_id order by ${order.replace("agency_id", "s.agency_id")}`;

const byName = `name collate "vi-VN-x-icu", agency_id`;
const lateLines = (/** @type {number} */ size) => lines(late, `due_on, ${byName}`, size);
const counted = `select count(*)::int from agency_standing where ${onDay} and ${obliged} and ${late}`;

/** @param {string} statement */
const rows = (statement) => `(select json_agg(r) from (${statement}) r)`;

/** $1 the day, $2 its year. @param {boolean} tiles whether all agencies are shown one by one */
export const dashboard = (tiles) => `select json_build_object(
  'headline', ${rows(`select kind, bucket, count(*)::int as count, count(*) filter (where ${late})::int as overdue
    from agency_standing where ${onDay} and ${obliged} group by kind, bucket`)},
  'years', ${rows(`with ends as (select array_agg(least(make_date(y, 12, 31), $1::date) order by y) as days
      from generate_series(2010, $2::int) y),
    spans as (select width_bucket(valid_from - 1, days) + 1 as first, width_bucket(valid_to - 1, days) as last,
      bucket = 'declared' as declared, count(*) as n from agency_standing, ends where ${obliged} group by 1, 2, 3)
    select 2009 + k as year, coalesce(sum(n) filter (where declared), 0) as declared, sum(n) as total
    from ends, unnest(days) with ordinality as p(day, k) join spans on k between first and last group by k order by k`)},
  'topics', ${rows(`select f.topic, count(distinct f.agency_id)::int as agencies from finding f
      join visit v on v.id = f.visit_id join programme p on p.id = v.programme_id
      join agency_standing s on s.agency_id = f.agency_id and ${onDay.replaceAll("valid_", "s.valid_")} and ${obliged}
    where p.year = $2::int and f.raised_on <= $1::date group by f.topic order by 2 desc, 1`)},
  'visits', ${rows(`select count(*)::int as planned, count(r.visit_id)::int as done,
      count(distinct v.agency_id) filter (where r.visit_id is not null)::int as visited
    from visit v join programme p on p.id = v.programme_id
      left join visit_result r on r.visit_id = v.id and r.finalised_on <= $1::date where p.year = $2::int`)},
  'definition', ${rows(`select s.title_vi, d.due_on from subject_set s left join deadline d on d.subject_set_id = s.id
    where s.id = 'mandatory'`)},
  'obliging', ${rows(`select l.number, o.* from (select legal_document_id, valid_from, valid_to, count(*)::int as agencies
      from agency_obligation where obligation in ('mandatory_by_prime_minister', 'mandatory_by_province') and valid_from <= $1::date
      group by 1, 2, 3) o join legal_document l on l.id = o.legal_document_id`)},
  'tiles', ${tiles ? rows(lines("true", byName, 200)) : "null"},
  'total', (${counted}),
  'overdue', ${rows(lateLines(10))}) as answer`;

/** $1 the day. */
export const overduePage = `select json_build_object('total', (${counted}), 'lines', ${rows(lateLines(50))}) as answer`;

/** $1 visit, $2 group, $3 account, $4 codes, $5 outcomes, $6 notes: section, answers and history in one statement. */
export const saveGroup = `
  with visited as (select id, agency_id, checklist_id from visit where id = $1::uuid),
  section as (insert into visit_section (visit_id, agency_id, group_code, version, saved_by, saved_at)
    select id, agency_id, $2, 1, $3::uuid, now() from visited
    on conflict (visit_id, group_code) do update set version = visit_section.version + 1, saved_by = $3::uuid, saved_at = now()),
  answers as (insert into answer (visit_id, agency_id, checklist_id, question_code, outcome, note)
    select id, agency_id, checklist_id, code, outcome, note
    from visited, unnest($4::text[], $5::text[]::outcome[], $6::text[]) as a(code, outcome, note)
    on conflict (visit_id, question_code) do update set outcome = excluded.outcome, note = excluded.note
    returning question_code, outcome, note)
  insert into journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content)
  select agency_id, $3::uuid, 'floor', 'inspector', 'section-saved', 'visit', $1::text,
    (select json_object_agg(question_code, outcome) from answers)::text
  from visited returning id`;

const inUse = `r.approved_on is not null and r.cancellation_id is null and (r.obsolete_on is null or r.obsolete_on > $2::date)
  and not exists (select 1 from document_withdrawal w where w.document_id = r.document_id and w.cancellation_id is null)`;

/** $1 a change whose rows amend procedures, $2 the day: finds the documents that carry them, and gives each its task. */
export const rippleOfProcedures = `
  insert into update_task (change_id, document_id, agency_id, effective_on, later)
  select $1::uuid, r.document_id, r.agency_id, min(coalesce(p.effective_on, l.in_force_from, l.issued_on)), false
  from procedure_row p join legal_change c on c.id = p.change_id join legal_document l on l.id = c.legal_document_id
    join carried_procedure k on k.procedure_id = p.procedure_id join document_revision r on r.id = k.revision_id
  where p.change_id = $1::uuid and p.act <> 'published' and ${inUse}
  group by r.document_id, r.agency_id`;

/**
 * $1 a change that amends articles of law, $2 the day: finds the documents that rest on them, or else carry a procedure that rests on that
 * law. Articles are compared by their number first, which may be hashed.
 */
export const rippleOfLaw = `
  insert into update_task (change_id, document_id, agency_id, effective_on, later)
  with altered as materialized (
    select m.to_id, m.provision, coalesce(m.effective_on, l.in_force_from) as since
    from legal_relation m join legal_document l on l.id = m.from_id
    where m.change_id = $1::uuid and m.to_id is not null and m.kind in ('amends', 'replaces', 'repeals', 'suspends', 'corrects')),
  laws as materialized (select t.number, a.to_id, min(a.since) as since from altered a join legal_document t on t.id = a.to_id group by 1, 2),
  named as materialized (select distinct p.procedure_id from laws join procedure_row p on laws.number = any(p.bases)),
  said as materialized (
    select distinct on (p.procedure_id) p.procedure_id, p.bases, p.act, p.ends_on
    from named n join procedure_row p on p.procedure_id = n.procedure_id
      join legal_change c on c.id = p.change_id and c.released_at is not null and c.undone_at is null
      join legal_document l on l.id = c.legal_document_id
    where coalesce(p.effective_on, l.in_force_from, l.issued_on) <= $2::date
    order by p.procedure_id, coalesce(p.effective_on, l.in_force_from, l.issued_on) desc, c.released_at desc, p.position desc),
  resting as materialized (
    select s.procedure_id, laws.to_id, laws.since from said s join laws on laws.number = any(s.bases)
    where s.act <> 'ended' and (s.ends_on is null or s.ends_on > $2::date))
  select $1::uuid, r.document_id, r.agency_id, min(t.since), false
  from (
    select b.revision_id, a.since from altered a join document_basis b on b.legal_document_id = a.to_id
      and split_part(b.provision, ' ', 1) = split_part(a.provision, ' ', 1)
      and (starts_with(b.provision || ' ', a.provision || ' ') or starts_with(a.provision || ' ', b.provision || ' '))
    union all
    select b.revision_id, a.since from altered a join document_basis b on b.legal_document_id = a.to_id
      where a.provision = '' or b.provision = ''
    union all
    select k.revision_id, s.since from resting s join carried_procedure k on k.procedure_id = s.procedure_id
    where not exists (select 1 from document_basis b where b.revision_id = k.revision_id and b.legal_document_id = s.to_id)
  ) t join document_revision r on r.id = t.revision_id and ${inUse}
  group by r.document_id, r.agency_id`;

/** $1 a draft of changes; the rest are columns of its rows: procedures nobody knew, and what a decision says of each. */
export const importProcedures = `
  with made as (insert into admin_procedure (id) select unnest($2::uuid[]))
  insert into procedure_row (change_id, position, place, act, procedure_id, code, name, field, levels, decides, performs, shared, no_case,
    internal, bases)
  select $1::uuid, r.position, r.place, 'published', r.procedure_id, r.code, r.name, r.field, r.levels, r.decides, r.performs, false, false,
    false, '{}'
  from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
    as r(procedure_id, position, place, code, name, field, levels, decides, performs)`;
