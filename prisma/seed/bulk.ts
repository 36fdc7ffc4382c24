import pg from "pg";

import { noteStandings, rebuildStanding } from "@/lib/adoption/standing/commands";
import { asViewer } from "@/lib/identity/database";
import { systemViewer } from "@/lib/identity/viewer";

/** The tables that grow with the number of agencies, each after those it refers to. */
const copied = [
  ["agency", "agency_name", "agency_kind_fact", "agency_parent", "agency_obligation", "agency_identifier"],
  [
    "management_system",
    "declaration",
    "declaration_publication",
    "milestone",
    "milestone_target",
    "delay_cause",
  ],
  ["visit", "team_member", "visit_section", "answer", "finding", "finding_closure"],
  ["finding_answer", "finding_return", "finding_claim", "finding_stop", "finding_message"],
  // A visit with a result takes no more answers: results come last.
  ["visit_result"],
].flat();

const earlier = (column: string): string => `${column} - copy % 300`;

/** By what a copy can be told from its original: its name, and days of its own, so that no two provinces move as one. */
const told: Readonly<Record<string, (column: string) => string>> = {
  "agency.code": (column) => `${column} || '-' || copy`,
  "agency_name.name": (column) => `${column} || ' ' || copy`,
  "management_system.started_on": earlier,
  "declaration.declared_on": earlier,
  "declaration_publication.published_on": earlier,
  "milestone.occurred_on": earlier,
};

type Column = { table: string; column: string; identity: boolean };

/** Every column, and whether it holds the id of a copied row: its own, or one that it refers to. */
const columnsOf = async (client: pg.Client): Promise<Column[]> =>
  (
    await client.query<Column>(
      `select c.table_name as table, c.column_name as column, c.data_type = 'uuid' and exists (
         select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
         where k.conrelid = c.table_name::regclass and a.attname = c.column_name
           and (k.contype = 'f' and k.confrelid = any($1::regclass[]) or k.contype = 'p' and c.column_name = 'id')) as identity
       from information_schema.columns c where c.table_schema = 'public' and c.table_name = any($1::text[])
       order by c.table_name, c.ordinal_position`,
      [copied],
    )
  ).rows;

const valueOf = (client: pg.Client, { table, column, identity }: Column): string => {
  const name = `t.${client.escapeIdentifier(column)}`;
  return identity ? `md5(${name}::text || copy)::uuid` : (told[`${table}.${column}`]?.(name) ?? name);
};

async function copyTable(client: pg.Client, columns: readonly Column[], times: number): Promise<void> {
  const [table] = columns.map((each) => client.escapeIdentifier(each.table));
  const names = columns.map((each) => client.escapeIdentifier(each.column));
  const values = columns.map((each) => valueOf(client, each));
  await client.query(
    `insert into ${table ?? ""} (${names.join(", ")})
     select ${values.join(", ")} from ${table ?? ""} t, generate_series(2, ${times}) as copy`,
  );
}

const atOnce = 2000;

/** The standing of every agency, from the same rule that commands use. */
async function rebuildAll(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>("select id from agency order by code");
  const ids = rows.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += atOnce) {
    await asViewer(systemViewer("seed"), (tx) => rebuildStanding(tx, ids.slice(from, from + atOnce)));
  }
  await asViewer(systemViewer("seed"), noteStandings);
}

/**
 * Makes the created province many times as large, for measuring: as many like it beside it, with their facts, standing,
 * visits and answers, under all constraints. What refers to a copied record refers to the copy. Standing is written through
 * the database of this process, which must be the same one.
 */
export async function multiplyWorld(ownerUrl: string, times: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.role', 'system', false)");
    await client.query("begin");
    const columns = await columnsOf(client);
    for (const table of copied) {
      await copyTable(
        client,
        columns.filter((each) => each.table === table),
        times,
      );
    }
    await client.query("commit");
    await rebuildAll(client);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
