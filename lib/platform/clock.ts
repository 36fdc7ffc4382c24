import { dayInVietnam, daysBetween, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { inTransaction } from "@/lib/platform/database";

/** The world this database describes: its name, and whether its records are made up. */
export type World = { name: string; illustrative: boolean; today: PlainDate | null };

const shared = globalThis as { nenepWorld?: Promise<World> };

async function load(): Promise<World> {
  const anybody = { role: "", accountId: null, personId: null, agencyId: null };
  const scenario = await inTransaction(anybody, (tx) => tx.scenario.findUnique({ where: { id: 1 } }));
  if (!scenario) return { name: "none", illustrative: false, today: null };
  return {
    name: scenario.name,
    illustrative: scenario.illustrative,
    today: fromDatabaseOrNull(scenario.today),
  };
}

/** Read once: a world does not change while the process runs. A failed read is tried again. */
export function world(): Promise<World> {
  shared.nenepWorld ??= load().catch((error: unknown) => {
    delete shared.nenepWorld;
    throw error;
  });
  return shared.nenepWorld;
}

/** The day that rules start from. In a demonstration world it stands still; elsewhere it is today in Vietnam. */
export async function today(): Promise<PlainDate> {
  return (await world()).today ?? dayInVietnam(now());
}

/**
 * The moment of an act, as papers date it: now, on the day that rules start from. In a demonstration world the day stands still while
 * the clock goes on.
 */
export async function moment(): Promise<Date> {
  const at = now();
  return new Date(at.getTime() + daysBetween(dayInVietnam(at), await today()) * 86_400_000);
}

/** Real time, for history, sessions and logs. */
export const now = (): Date => new Date();
