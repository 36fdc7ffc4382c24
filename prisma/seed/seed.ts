import { asViewer, type Tx } from "@/lib/identity/database";
import { systemViewer } from "@/lib/identity/viewer";
import { seedReference } from "@/prisma/seed/reference";
import { seedQuangNgai2017 } from "@/prisma/seed/quang-ngai-2017";
import { day } from "@/prisma/seed/ids";

/** The worlds that can be created. `empty` is what a new installation begins with: law, standard and checklist, nobody yet. */
const scenarios = {
  empty: { illustrative: false, today: null, create: () => Promise.resolve() },
  "quang-ngai-2017": { illustrative: true, today: day("2017-12-31"), create: seedQuangNgai2017 },
} as const;

const isScenario = (name: string): name is keyof typeof scenarios => Object.hasOwn(scenarios, name);

const twoMinutes = 120_000;

/** Plants a named world once; false where a world is there already. One transaction: all of it or nothing. */
export function seed(name: string): Promise<boolean> {
  if (!isScenario(name))
    throw new Error(`no scenario ${name}: choose one of ${Object.keys(scenarios).join(", ")}`);
  const { illustrative, today, create } = scenarios[name];
  const work = async (tx: Tx): Promise<boolean> => {
    if ((await tx.scenario.count()) > 0) return false;
    await tx.scenario.create({ data: { id: 1, name, illustrative, today } });
    await seedReference(tx);
    await create(tx);
    return true;
  };
  return asViewer(systemViewer("seed"), work, twoMinutes);
}
