import { placeOf, rows } from "@/tests/support/scopes";

/** A word that stands nowhere else: where it is read, a record of another agency was. */
export const marker = "hoangyen7c1f9";

type Column = { table: string; column: string; owner: string };

/** What is no text of anybody: keys into lists of ours, and what only a machine compares. */
const notTexts = new Set([
  "account.password_hash",
  "answer.checklist_id",
  "finding.question_code",
  "document_basis.provision",
  "visit_group.group_code",
  "visit_section.group_code",
]);

/** What stands on every paper that the lead agency issues, to whomever: its letterhead, and its name. */
const letterhead = "lead_agency";
const printed = ({ table }: Column): string =>
  table === "agency_name" ? `and agency_id not in (select agency_id from ${letterhead})` : "";

/** Every text column of every table whose rows belong to an agency, keys to other tables aside. */
async function textsOfAgencies(): Promise<Column[]> {
  const found = await rows<Column>(
    `select c.table_name as table, c.column_name as column, o.column_name as owner
     from information_schema.columns c
     join information_schema.columns o on o.table_schema = 'public' and o.table_name = c.table_name
       and o.column_name in ('agency_id', 'chain_id')
     join pg_class t on t.relname = c.table_name and t.relkind = 'r'
     where c.table_schema = 'public' and c.data_type = 'text' and not exists (
       select 1 from pg_constraint k join pg_attribute a on a.attrelid = t.oid and a.attnum = any(k.conkey)
       where k.conrelid = t.oid and k.contype = 'f' and a.attname = c.column_name)
     order by 1, 2`,
  );
  return found.filter(({ table, column }) => table !== letterhead && !notTexts.has(`${table}.${column}`));
}

const sung = (column: string, word: string): string => `case when ${column} = '{}' then '{"moc":"${word}"}'
  when left(${column}, 1) = '{' then '{"moc":"${word}",' || substr(${column}, 2)
  else ${column} || '.${word}' end`;

/**
 * Puts the marker, or another word, into every text of every agency but one's own, past triggers and keys, and into the names of their people.
 * Gives the columns that hold it. Nothing else can be done with this world afterwards.
 */
export async function markOtherAgencies(word = marker): Promise<string[]> {
  const own = `(select id from agency where code = '${placeOf("own").agency}')`;
  const columns = await textsOfAgencies();
  const statements = columns.map(
    (each) =>
      `update ${each.table} set ${each.column} = ${sung(each.column, word)} where ${each.owner} <> ${own} ${printed(each)}`,
  );
  await rows(
    [
      "set session_replication_role = replica",
      `update person set full_name = full_name || '.${word}' where id in
        (select person_id from appointment where agency_id <> ${own}) and id not in
        (select person_id from appointment where agency_id = ${own})`,
      ...statements,
      `update agency set code = code || '-${word}' where id <> ${own}`,
      "set session_replication_role = origin",
    ].join(";\n"),
  );
  return columns.map(({ table, column }) => `${table}.${column}`);
}
