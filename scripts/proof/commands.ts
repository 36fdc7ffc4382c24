import { contracts, filledIn, type Bound } from "./contracts";
import type { CommandProof } from "./types";
import * as visits from "./visits";

/** A form filled in and read by its schema, ready to be sent. */
function proofOf(bound: Bound): CommandProof {
  const { command, ownAccount, first, fromDevice } = bound;
  return {
    action: command.right,
    ...(ownAccount && { ownAccount }),
    prepare:
      fromDevice ??
      (async (where, viewer) => {
        const input = command.shape.parse(await filledIn(bound, where, viewer));
        return async (asking) => {
          await first?.(asking);
          return command(asking, input);
        };
      }),
  };
}

const named = (file: string, proofs: Record<string, CommandProof>): [string, CommandProof][] =>
  Object.entries(proofs).map(([name, proof]) => [`lib/${file}/commands.ts#${name}`, proof]);

/** Every command that somebody signed in may ask for, by file and name: what forms feed, and what comes from devices and files alone. */
export const commandProofs: ReadonlyMap<string, CommandProof> = new Map([
  ...contracts.map((bound): [string, CommandProof] => [bound.name, proofOf(bound)]),
  ...named("audits/groups", visits.groups),
  ...named("audits/imports", visits.imports),
  ...named("audits/kept", visits.kept),
  ...named("audits/photos", visits.photos),
  ...named("audits/photos/captions", visits.captions),
  ...named("audits/photos/removals", visits.removals),
]);

/** What commands are made of, what happens before anybody is known, and what the system does by itself: no viewer's rights decide there. */
export const withoutRight: readonly string[] = [
  "lib/accounts/commands.ts#endSessions",
  "lib/accounts/commands.ts#holdAccount",
  "lib/accounts/commands.ts#told",
  "lib/adoption/standing/commands.ts#addMilestone",
  "lib/adoption/standing/commands.ts#askForStandings",
  "lib/adoption/standing/commands.ts#lockMilestones",
  "lib/adoption/standing/commands.ts#noteStandings",
  "lib/adoption/standing/commands.ts#rebuildStanding",
  "lib/adoption/standing/commands.ts#systemOf",
  "lib/adoption/standing/commands.ts#writeStandings",
  "lib/audits/delivery/commands.ts#delivered",
  "lib/audits/delivery/commands.ts#fingerprintOfMessage",
  "lib/audits/delivery/commands.ts#receive",
  "lib/audits/delivery/commands.ts#saidBefore",
  "lib/audits/imports/items/commands.ts#deliverItem",
  "lib/audits/imports/keys/commands.ts#ensureExportKey",
  "lib/audits/imports/keys/commands.ts#replaceExportKey",
  "lib/audits/minutes/commands.ts#saveMinutes",
  "lib/audits/results/commands.ts#saveFindings",
  "lib/audits/results/commands.ts#saveResult",
  "lib/audits/sealed/commands.ts#takeSealed",
  "lib/audits/photos/captions/commands.ts#captioned",
  "lib/audits/photos/pieces/commands.ts#askForSweep",
  "lib/audits/photos/pieces/commands.ts#dropPieces",
  "lib/audits/photos/pieces/commands.ts#dropSpoilt",
  "lib/audits/photos/pieces/commands.ts#joined",
  "lib/audits/photos/pieces/commands.ts#sweepPieces",
  "lib/audits/programme/commands.ts#createVisits",
  "lib/audits/programme/commands.ts#toldOfPlan",
  "lib/audits/programme/commands.ts#saveDraft",
  "lib/audits/programme/commands.ts#takePlan",
  "lib/files/commands.ts#storeFile",
  "lib/files/commands.ts#storeFiles",
  "lib/findings/turns/commands.ts#holdFinding",
  "lib/findings/turns/commands.ts#takeTurn",
  "lib/findings/turns/commands.ts#told",
  "lib/identity/commands.ts#endSession",
  "lib/identity/commands.ts#signIn",
  "lib/journal/commands.ts#command",
  "lib/journal/commands.ts#commandOf",
  "lib/journal/commands.ts#commandWithSecret",
  "lib/journal/commands.ts#onceAForm",
  "lib/journal/entries/commands.ts#change",
  "lib/journal/entries/commands.ts#receiptAgain",
  "lib/journal/entries/commands.ts#record",
  "lib/journal/once/commands.ts#changeOnce",
  "lib/policies/held/commands.ts#lastSaved",
  "lib/policies/held/commands.ts#lockPolicies",
  "lib/policies/held/commands.ts#policyConflict",
  "lib/policies/held/commands.ts#policyDraft",
  "lib/policies/held/commands.ts#refuseGone",
  "lib/procedures/held/commands.ts#conflictWith",
  "lib/procedures/held/commands.ts#holdDocument",
  "lib/procedures/held/commands.ts#refuseGone",
  "lib/reminders/digests/commands.ts#askForDigests",
  "lib/reminders/digests/commands.ts#writeDigests",
  "lib/reminders/mails/commands.ts#sendMail",
  "lib/reminders/mails/commands.ts#writeMail",
  "lib/reminders/settings/commands.ts#stopMails",
  "lib/audits/photos/pieces/commands.ts#storeJoined",
  "lib/corrections/approvals/commands.ts#undoApproval",
  "lib/corrections/approvals/commands.ts#undoSignature",
  "lib/submissions/papers/commands.ts#storePaper",
];
