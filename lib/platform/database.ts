import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient, type Prisma } from "@/generated/prisma/client";

export type Tx = Prisma.TransactionClient;

/** What the database is told of who asks; row-level security reads it (migration 0005). */
export type DatabaseContext = {
  role: string;
  accountId: string | null;
  personId: string | null;
  agencyId: string | null;
};

const connections = Number(process.env.DATABASE_POOL ?? "8");

const mostStatements = 500;
const names = new Map<string, string>();

/**
 * A name for each statement, by which the server keeps its plan: row security makes planning dearer than most answers. Bounded,
 * because lists of ids make ever new statements; past the bound they are planned each time.
 */
function statementName({ sql }: { sql: string }): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= mostStatements) return known;
  const name = `nenep_${names.size}`;
  names.set(sql, name);
  return name;
}

function connect(): PrismaClient {
  const pool = { connectionString: process.env.DATABASE_URL ?? "", max: connections };
  // Without a name node-postgres plans each time; the option's type only knows statements that have one.
  const statementNameGenerator = statementName as (query: { sql: string }) => string;
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }) });
}

// One client for a process, also where modules are loaded more than once.
const shared = globalThis as { nenepPrisma?: PrismaClient };
const client = (): PrismaClient => (shared.nenepPrisma ??= connect());

/**
 * The only way to the database: one transaction that first says who asks. The settings are local to it, so a pooled
 * connection carries nothing to the next viewer.
 */
export const inTransaction = <T>(
  context: DatabaseContext,
  work: (tx: Tx) => Promise<T>,
  milliseconds = 10_000,
): Promise<T> =>
  client().$transaction(
    async (tx) => {
      await tx.$queryRaw`select set_config('app.role', ${context.role}, true),
        set_config('app.account_id', ${context.accountId ?? ""}, true),
        set_config('app.person_id', ${context.personId ?? ""}, true),
        set_config('app.agency_id', ${context.agencyId ?? ""}, true)`;
      return work(tx);
    },
    { timeout: milliseconds, maxWait: 5_000 },
  );

export const disconnect = async (): Promise<void> => {
  await shared.nenepPrisma?.$disconnect();
  delete shared.nenepPrisma;
};
