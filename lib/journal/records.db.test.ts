import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { testDatabase } from "@/tests/support/database/database";
import { numbers } from "@/tests/support/database/numbers";

const superuser = new pg.Client({ connectionString: testDatabase().superUrl });

type Break = { entity: string; entity_id: string; name: string; reason: string };
type Item = { entity: string; entity_id: string; name: string; content: Record<string, unknown> };
type Column = { table: string; name: string; type: string; key: boolean; labels: string[] };

/** So many alterations; 10 000 by RECORD_ALTERATIONS=10000. */
const alterations = Number(process.env["RECORD_ALTERATIONS"] ?? 1000);

let items: Item[] = [];
let columns: Column[] = [];

beforeAll(async () => {
  await superuser.connect();
  await superuser.query("set session_replication_role = replica");
  items = (
    await superuser.query<Item>(`select e.entity, e.entity_id, s.name, coalesce(r.content, '{}') as content
      from (select distinct entity, entity_id from journal_entry) e, sealed_records(e.entity, e.entity_id) s
        left join lateral (select * from record_rows(e.entity, e.entity_id) o where o.name = s.name) r on true
      order by 1, 2, 3`)
  ).rows;
  columns = (
    await superuser.query<Column>(`select a.attrelid::regclass::text as "table", a.attname as name,
        format_type(a.atttypid, a.atttypmod) as type, coalesce(a.attnum = any(i.indkey), false) as key,
        array(select l.enumlabel::text from pg_enum l where l.enumtypid = a.atttypid order by l.enumsortorder) as labels
      from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
      where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and a.attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')
      order by 1, a.attnum`)
  ).rows;
});
afterAll(() => superuser.end());

const random = numbers(20_171_231);
const draw = <Of>(from: readonly Of[]): Of => {
  const drawn = from[Math.floor(random() * from.length)];
  if (drawn === undefined) throw new Error("nothing to draw from");
  return drawn;
};

const quoted = (value: unknown): string =>
  typeof value === "number" ? String(value) : pg.escapeLiteral(String(value));

const tableOf = ({ name }: Item): string => name.split(" ")[0] ?? "";

/** What a column of this type is changed to: never what it is. */
function changed({ name, type, labels }: Column): string {
  if (labels.length > 0)
    return `(select l from unnest(enum_range(null::${type})) l where l is distinct from ${name} order by random() limit 1)`;
  const other: Record<string, string> = {
    text: `coalesce(${name}, '') || '.'`,
    uuid: "gen_random_uuid()",
    boolean: `not coalesce(${name}, false)`,
    date: `coalesce(${name}, date '2017-01-01') + 1`,
    "text[]": `coalesce(${name}, '{}') || '.'::text`,
    jsonb: `jsonb_build_array(coalesce(${name}, 'null'))`,
    bytea: `coalesce(${name}, '') || '\\x00'`,
  };
  if (type.startsWith("timestamp")) return `coalesce(${name}, now()) + interval '1 second'`;
  if (type.startsWith("time")) return `coalesce(${name}, time '08:00') + interval '1 minute'`;
  if (type.startsWith("character")) return `repeat('0', 64)`;
  return other[type] ?? `coalesce(${name}, 0) + 1`;
}

/** A row of this table as its record names it, by its primary key. */
const keyOf = (item: Item): string =>
  columns
    .filter(({ table, key }) => table === tableOf(item) && key)
    .map(({ name }) => `${name} = ${quoted(item.content[name] ?? item.name.split(" ")[1])}`)
    .join(" and ");

/** What of a row is under no seal: when a policy was replaced, which the next one says; of an account what is no right. */
const isSealed = ({ table, name }: Column): boolean =>
  table === "account"
    ? ["name", "role", "person_id", "agency_id", "disabled_at"].includes(name)
    : !(table === "quality_policy" && name === "replaced_on");

function alteration(item: Item): string {
  const table = tableOf(item);
  const kind = random();
  if (kind < 0.1) return `delete from ${table} where ${keyOf(item)}`;
  // A visit that has no minutes yet is under no seal.
  if (kind < 0.2 && table !== "visit" && typeof item.content["id"] === "string")
    return `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* from ${table} t where ${keyOf(item)}`;
  const column = draw(columns.filter((each) => each.table === table && isSealed(each)));
  return `update ${table} set ${column.name} = ${changed(column)} where ${keyOf(item)}`;
}

/** What is found while the alteration stands; null where the database itself does not let it be. */
async function breaksAfter({ entity, entity_id }: Item, statement: string): Promise<Break[] | null> {
  await superuser.query("begin");
  try {
    const { rowCount } = await superuser.query(statement);
    if (rowCount !== 1) return null;
    // What was put in may be a record of its own.
    const about = statement.startsWith("insert") ? null : entity_id;
    return (await superuser.query<Break>("select * from record_breaks($1, $2)", [entity, about])).rows;
  } catch (error) {
    if (/^(?:23|22)/.test(String((error as { code?: string }).code))) return null;
    throw error;
  } finally {
    await superuser.query("rollback");
  }
}

describe("the records under the seal of their history", () => {
  it("stand as their last entries say: no false alarm in the created world", async () => {
    expect((await superuser.query("select * from record_breaks()")).rows).toEqual([]);
    expect(new Set(items.map(tableOf)).size).toBeGreaterThan(15);
  });

  it(
    "are named, row by row, where one was changed, taken out or put in behind the history's back",
    {
      timeout: 600_000,
    },
    async () => {
      const unseen: string[] = [];
      for (let seen = 0; seen < alterations;) {
        const item = draw(items);
        const statement = alteration(item);
        const found = await breaksAfter(item, statement);
        if (found === null) continue;
        seen += 1;
        if (!found.some(({ name }) => tableOf(item) === name.split(" ")[0])) unseen.push(statement);
      }
      expect(unseen).toEqual([]);
    },
  );
});
