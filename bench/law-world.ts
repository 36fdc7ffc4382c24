import type pg from "pg";

/** How many procedures decisions have published, how many of them each agency of the province handles, and how many a decision amends. */
export const published = 10_000;
const handled = 300;
export const amended = 20;

const procedure = (n: string): string => `md5('bench procedure ' || ${n})::uuid`;

const legal = (number: string): string => `(select id from legal_document where number = '${number}')`;

/** The law whose articles documents rest on, and a decision that published every procedure; the first of them rest on that law. */
const catalogue = [
  `insert into legal_document (kind, number, issuer, issued_on, title, level, in_force_from)
   values ('circular', '1/2015/TT-BENCH', 'Bộ Đo lường', '2015-01-01', 'Quy định được đo', 'ministry', '2015-02-01'),
     ('circular', '2/2015/TT-BENCH', 'Bộ Đo lường', '2015-01-01', 'Quy định khác', 'ministry', '2015-02-01'),
     ('decision', '1/2016/QĐ-BENCH', 'Bộ Đo lường', '2016-01-01', 'Công bố thủ tục', 'ministry', '2016-01-01')`,
  `insert into legal_change (legal_document_id, noted_name) values (${legal("1/2016/QĐ-BENCH")}, 'bench')`,
  `insert into admin_procedure (id) select ${procedure("n")} from generate_series(1, ${published}) n`,
  `insert into procedure_row (change_id, position, place, act, procedure_id, code, name, field, levels, decides, performs, shared,
     no_case, internal, bases)
   select c.id, n, n || ' (bench)', 'published', ${procedure("n")}, '3.' || lpad(n::text, 6, '0'),
     'Cấp giấy chứng nhận đủ điều kiện hoạt động số ' || n, 'Lĩnh vực ' || n % 40, 'Cấp tỉnh', 'Sở Đo lường', 'Sở Đo lường', false, false,
     false, case when n <= ${amended} then '{1/2015/TT-BENCH}'::text[] else '{2/2015/TT-BENCH}' end
   from generate_series(1, ${published}) n, legal_change c where c.legal_document_id = ${legal("1/2016/QĐ-BENCH")}`,
];
const releasing = `update legal_change set released_at = now(), released_name = 'bench' where legal_document_id = ${legal("1/2016/QĐ-BENCH")}`;

const numbered = `(select r.id, r.agency_id, row_number() over (order by r.agency_id) as i
  from document_revision r join controlled_document d on d.id = r.document_id where d.code = 'QT-BENCH') r`;

/**
 * Every agency has a document in force that carries one procedure of those that will be amended and four others. Nine of ten say on
 * which article of the law they rest; of the tenth the catalogue alone knows it.
 */
const documents = [
  `insert into controlled_document (agency_id, code, kind) select id, 'QT-BENCH', 'procedure' from agency`,
  `insert into document_revision (agency_id, document_id, issue_no, revision_no, title, body, change_request, change_place, change_summary,
     approved_by, approved_on, effective_on)
   select d.agency_id, d.id, 1, 0, 'Quy trình được đo', '', '', '', '', (select id from person limit 1), '2016-06-01', '2016-06-01'
   from controlled_document d where d.code = 'QT-BENCH'`,
  `insert into carried_procedure (agency_id, revision_id, procedure_id)
   select r.agency_id, r.id, ${procedure(`case k when 0 then 1 + r.i % ${amended} else ${amended} + 1 + (r.i * 7 + k * 61) % ${published - amended} end`)}
   from ${numbered}, generate_series(0, 4) k`,
  `insert into document_basis (agency_id, revision_id, legal_document_id, provision)
   select r.agency_id, r.id, ${legal("1/2015/TT-BENCH")}, 'Đ' || 1 + r.i % ${amended} || ' k1' from ${numbered} where r.i % 10 <> 0
   union all select r.agency_id, r.id, ${legal("2/2015/TT-BENCH")}, 'Đ1' from ${numbered}`,
  `insert into handled_procedure (agency_id, procedure_id, since)
   select a.id, ${procedure("n")}, '2016-01-01' from (select id from agency order by created_at, code limit 46) a, generate_series(1, ${handled}) n`,
];

/** Gives the world what changes of law touch, under all constraints; `lead` may do what the lead agency does. */
export async function layLaws(owner: pg.Client, lead: pg.Client): Promise<void> {
  for (const statement of [...catalogue, ...documents]) await owner.query(statement);
  await lead.query(releasing);
  await owner.query("vacuum analyze");
}

let laws = 0;

/** A document of law with a draft of its changes, in which nothing is noted yet. */
export async function draftLaw(owner: pg.Client): Promise<{ law: string; change: string }> {
  laws += 1;
  const { rows } = await owner.query<{ law: string; change: string }>(
    `with law as (insert into legal_document (kind, number, issuer, issued_on, title, level, in_force_from)
       values ('decision', $1, 'Bộ Đo lường', '2017-06-01', 'Quyết định được đo', 'ministry', '2017-06-15') returning id)
     insert into legal_change (legal_document_id, noted_name) select id, 'bench' from law returning legal_document_id as law, id as change`,
    [`${laws}/2017/QĐ-BENCH`],
  );
  const [draft] = rows;
  if (!draft) throw new Error("no draft was made");
  return draft;
}

/** A decision that amends twenty procedures. */
export async function draftDecision(owner: pg.Client) {
  const draft = await draftLaw(owner);
  await owner.query(
    `insert into procedure_row (change_id, position, place, act, procedure_id, code, name, field, levels, decides, performs, shared,
       no_case, internal, bases)
     select $1, r.position, r.place, 'amended', r.procedure_id, r.code, r.name, r.field, r.levels, r.decides, r.performs, false, false, false,
       r.bases
     from procedure_row r join legal_change c on c.id = r.change_id and c.legal_document_id = ${legal("1/2016/QĐ-BENCH")}
     where r.position <= ${amended}`,
    [draft.change],
  );
  return draft;
}

/** A text that amends twenty articles of the law. */
export async function draftAmendment(owner: pg.Client) {
  const draft = await draftLaw(owner);
  await owner.query(
    `insert into legal_relation (from_id, to_id, kind, provision, change_id)
     select $1, ${legal("1/2015/TT-BENCH")}, 'amends', 'Đ' || n, $2 from generate_series(1, ${amended}) n`,
    [draft.law, draft.change],
  );
  return draft;
}

/** Takes a draft's rows off again, so that each run finds the catalogue as it was; the ids of their procedures stay, named by nothing. */
export async function dropRead(lead: pg.Client, change: string): Promise<void> {
  await lead.query("delete from procedure_row where change_id = $1", [change]);
  await lead.query("vacuum procedure_row");
}
