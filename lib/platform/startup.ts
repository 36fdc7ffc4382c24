import { inTransaction } from "@/lib/platform/database";
import { env, mailFaults } from "@/lib/platform/env";
import { readiness } from "@/lib/platform/readiness";

const knownSecrets = ["changeme", "secret", "please-change"];

const system = { role: "system", accountId: null, personId: null, agencyId: null };

const demonstrationAccounts = (): Promise<number> =>
  inTransaction(system, (tx) => tx.account.count({ where: { demonstration: true, disabledAt: null } }));

/** Every reason not to start, in words. In production no demonstration account and no default secret may exist. */
export async function reasonsNotToStart(): Promise<string[]> {
  const settings = env();
  const found = await readiness();
  const faults = [...found.map((fault) => fault.text), ...mailFaults(settings)];
  const mute = found.some(({ code }) => code === "database-unreachable" || code === "schema-old");
  if (mute || settings.NENEP_DEMO === "1") return faults;
  const secret = knownSecrets.some((known) => settings.NEXTAUTH_SECRET.toLowerCase().includes(known));
  const demonstration = await demonstrationAccounts();
  return [
    ...faults,
    ...(secret ? ["NEXTAUTH_SECRET is a default: set a random one of 32 characters or more"] : []),
    ...(demonstration > 0
      ? [`${demonstration} demonstration accounts are enabled: production needs a database of its own`]
      : []),
  ];
}
