import { inTransaction } from "@/lib/platform/database";
import { schemaHead } from "@/generated/schema-head";

export type Fault = {
  code:
    | "database-unreachable"
    | "schema-old"
    | "superuser"
    | "bypasses-row-security"
    | "row-security-off"
    | "forgets";
  text: string;
};

type Facts = {
  superuser: boolean;
  bypasses: boolean;
  head: string | null;
  unforced: string[];
  forgetful: string[];
};

const nobody = { role: "", accountId: null, personId: null, agencyId: null };

const loadFacts = (): Promise<Facts[]> =>
  inTransaction(
    nobody,
    (tx) => tx.$queryRaw<Facts[]>`
    select r.rolsuper as superuser, r.rolbypassrls as bypasses,
      (select max(migration_name) from _prisma_migrations where finished_at is not null and rolled_back_at is null) as head,
      (select coalesce(array_agg(c.relname::text), '{}') from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations'
          and not (c.relrowsecurity and c.relforcerowsecurity)) as unforced,
      (select coalesce(array_agg(distinct g.name order by g.name), '{}') from (
        select name, setting from pg_settings
        union all
        -- What the next connection will have, where this one is older than the change.
        select split_part(said, '=', 1), split_part(said, '=', 2) from pg_db_role_setting d, unnest(d.setconfig) as said
        where d.setdatabase in (0, (select oid from pg_database where datname = current_database())) and d.setrole in (0, r.oid)
      ) g where g.name in ('fsync', 'full_page_writes', 'synchronous_commit') and lower(g.setting) in ('off', 'false', 'no', '0'))
        as forgetful
    from pg_roles r where r.rolname = current_user`,
  );

const oldSchema = (head: string | null): Fault => ({
  code: "schema-old",
  text: `the schema is at ${head ?? "nothing"}, this site needs ${schemaHead}`,
});

const unreachable = (text: string): Fault => ({ code: "database-unreachable", text });

/** A database without any schema, or with one that grants us nothing, answers too: by refusing the question. */
function faultOf(error: unknown): Fault {
  const text = String(error);
  if (/\b(?:42P01|42501)\b/.test(text)) return oldSchema(null);
  return /authentication failed/i.test(text)
    ? unreachable("the database refuses the role or the password of DATABASE_URL")
    : unreachable("the database cannot be reached with DATABASE_URL");
}

/**
 * What keeps this site from serving; empty when all is well. A database that may forget what it has acknowledged is refused, whether
 * its server, this database or this role was set so.
 */
export async function readiness(): Promise<Fault[]> {
  let facts: Facts | undefined;
  try {
    [facts] = await loadFacts();
  } catch (error) {
    return [faultOf(error)];
  }
  if (!facts) return [{ code: "database-unreachable", text: "the database did not answer" }];
  return [
    ...(facts.head === schemaHead ? [] : [oldSchema(facts.head)]),
    ...(facts.superuser
      ? [
          {
            code: "superuser" as const,
            text: "DATABASE_URL uses a superuser: row-level security would not hold",
          },
        ]
      : []),
    ...(facts.bypasses
      ? [
          {
            code: "bypasses-row-security" as const,
            text: "the role of DATABASE_URL bypasses row-level security",
          },
        ]
      : []),
    ...(facts.unforced.length === 0
      ? []
      : [
          {
            code: "row-security-off" as const,
            text: `row-level security is off on ${facts.unforced.join(", ")}`,
          },
        ]),
    ...(facts.forgetful.length === 0
      ? []
      : [
          {
            code: "forgets" as const,
            text: `${facts.forgetful.join(", ")} must be on: without it the database forgets what it has acknowledged`,
          },
        ]),
  ];
}
