import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { matrix } from "@/lib/identity/matrix";
import { roles, type Role } from "@/lib/identity/types";

import { sampleOf } from "@/tests/proof/fuzz/hostile";
import * as accounts from "./accounts";
import * as agency from "./agency";
import * as catalogue from "./catalogue";
import * as findings from "./findings";
import * as legal from "./legal";
import * as programme from "./programme";
import type { Contract, Contracts, FormCommand, Input } from "./types";
import * as visits from "./visits";

/** Every command that a form feeds, by the folder of lib/ that it stands in. */
const byFolder: Readonly<Record<string, Contracts>> = {
  accounts: accounts.accounts,
  "accounts/handover": accounts.handover,
  "accounts/rights": accounts.rights,
  "accounts/own": accounts.own,
  adoption: agency.milestones,
  "adoption/declarations": agency.declarations,
  "adoption/delays": agency.delays,
  "adoption/lapses": agency.lapses,
  appointments: agency.appointments,
  visits: visits.finalising,
  "programme/calendar": programme.calendar,
  "visits/groups": visits.groups,
  "visits/minutes": visits.minutes,
  "visits/photos": visits.photos,
  "visits/photos/captions": visits.captions,
  "visits/photos/removals": visits.removals,
  programme: programme.programmes,
  "programme/change": programme.changes,
  "visits/rechecks": visits.rechecks,
  "visits/recording": visits.recording,
  "self-reviews": agency.reviews,
  corrections: agency.corrections,
  "files/scans": agency.scans,
  findings: findings.closing,
  "findings/answers": findings.answers,
  "findings/blocks": findings.blocks,
  "findings/thread": findings.thread,
  policies: agency.policies,
  "policies/signatures": agency.signatures,
  "catalogue/rows": catalogue.rows,
  "coverage/handled": catalogue.handled,
  "legal/changes": legal.changes,
  "legal/register": legal.register,
  procedures: agency.documents,
  "procedures/approvals": agency.approvals,
  "procedures/bases": legal.bases,
  "procedures/carried": catalogue.carried,
  "procedures/reviews": agency.keeping,
  "procedures/withdrawals": agency.withdrawals,
  "reminders/settings": accounts.mails,
  "reports/issued": programme.issued,
  submissions: agency.submissions,
  updates: legal.updates,
};

/** A contract with its command, which says by which right and of what shape. */
export type Bound = Contract & { name: string; command: FormCommand };

async function bound(folder: string, contracts: Contracts): Promise<Bound[]> {
  const file = `lib/${folder}/commands.ts`;
  const loaded = (await import(pathToFileURL(resolve(join(file))).href)) as Record<string, FormCommand>;
  return Object.entries(contracts).map(([name, contract]) => {
    const command = loaded[name];
    if (!command) throw new Error(`${file} has no ${name}`);
    return { ...contract, name: `${file}#${name}`, command };
  });
}

export const contracts: readonly Bound[] = (
  await Promise.all(Object.entries(byFolder).map(([folder, each]) => bound(folder, each)))
).flat();

/** Somebody who may send it: one's own, where that is enough. */
export const senderOf = ({ command }: Bound): Role =>
  roles.find((role) => matrix[command.right][role] !== "none") ?? "admin";

/** What a person types who fills in the whole form; it says nothing of what its page showed. */
export const filledIn = async (
  { command, about }: Bound,
  ...of: Parameters<Contract["about"]>
): Promise<Input> => {
  const typed = Object.entries(sampleOf(command.shape)).filter(([name]) => name !== "shown");
  return { ...Object.fromEntries(typed), ...(await about(...of)) };
};
