import { inTransaction } from "@/lib/platform/database";
import { schemaHead } from "@/lib/platform/schema-head";

export type Fault = {
  code: "database-unreachable" | "schema-old" | "superuser" | "bypasses-row-security" | "row-security-off";
  text: string;
};

type Facts = { superuser: boolean; bypasses: boolean; head: string | null; unforced: string[] };

const nobody = { role: "", accountId: null, personId: null, agencyId: null };

const loadFacts = (): Promise<Facts[]> =>
  inTransaction(
    nobody,
    (tx) => tx.$queryRaw<Facts[]>`
    select r.rolsuper as superuser, r.rolbypassrls as bypasses,
      (select max(migration_name) from _prisma_migrations where finished_at is not null and rolled_back_at is null) as head,
      (select coalesce(array_agg(c.relname::text), '{}') from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations'
          and not (c.relrowsecurity and c.relforcerowsecurity)) as unforced
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

/** What keeps this site from serving; empty when all is well. */
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
  ];
}
