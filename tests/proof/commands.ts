import { contracts, filledIn, type Bound } from "@/tests/contracts";
import type { CommandProof } from "./types";
import * as visits from "@/tests/contracts/deliveries";

/** A form filled in and read by its schema, ready to be sent. */
function proofOf(bound: Bound): CommandProof {
  const { command, ownAccount, first } = bound;
  return {
    action: command.right,
    ...(ownAccount && { ownAccount }),
    prepare: async (where, viewer) => {
      const input = command.shape.parse(await filledIn(bound, where, viewer));
      return async (asking) => {
        await first?.(asking);
        return command(asking, input);
      };
    },
  };
}

const named = (file: string, proofs: Record<string, CommandProof>): [string, CommandProof][] =>
  Object.entries(proofs).map(([name, proof]) => [`lib/${file}/commands.ts#${name}`, proof]);

/** Every command that somebody signed in may ask for, by file and name: what forms feed, and what comes from devices and files alone. */
export const commandProofs: ReadonlyMap<string, CommandProof> = new Map([
  ...contracts.map((bound): [string, CommandProof] => [bound.name, proofOf(bound)]),
  ...named("visits", visits.minutes),
  ...named("visits/groups", visits.groups),
  ...named("fieldwork/sealed-files", visits.imports),
  ...named("fieldwork/kept", visits.kept),
  ...named("visits/photos", visits.photos),
  ...named("visits/photos/pieces", visits.pieces),
  ...named("visits/photos/captions", visits.captions),
  ...named("visits/photos/removals", visits.removals),
  ...named("visits/rechecks", visits.rechecks),
  ...named("visits/recording", visits.recording),
]);

/** What commands are made of, what happens before anybody is known, and what the system does by itself: no viewer's rights decide there. */
export const withoutRight: readonly string[] = [
  "lib/accounts/commands.ts#claim",
  "lib/accounts/commands.ts#endSessions",
  "lib/accounts/commands.ts#holdAccount",
  "lib/accounts/commands.ts#placed",
  "lib/accounts/commands.ts#told",
  "lib/accounts/handover/commands.ts#handAll",
  "lib/adoption/standing/commands.ts#addMilestone",
  "lib/adoption/standing/commands.ts#askForStandings",
  "lib/adoption/standing/commands.ts#lockMilestones",
  "lib/adoption/standing/commands.ts#noteStandings",
  "lib/adoption/standing/commands.ts#rebuildStanding",
  "lib/adoption/standing/commands.ts#systemOf",
  "lib/adoption/standing/commands.ts#writeStandings",
  "lib/legal/held/commands.ts#holdDraft",
  "lib/legal/held/commands.ts#holdLaw",
  "lib/legal/touched/commands.ts#addTasks",
  "lib/legal/touched/commands.ts#addTasksOf",
  "lib/legal/touched/commands.ts#holdRegister",
  "lib/procedures/bases/commands.ts#copyBases",
  "lib/procedures/carried/commands.ts#copyCarried",
  "lib/visits/delivery/commands.ts#delivered",
  "lib/visits/delivery/commands.ts#fingerprintOfMessage",
  "lib/visits/delivery/commands.ts#keptTooMuch",
  "lib/visits/delivery/commands.ts#receive",
  "lib/visits/delivery/commands.ts#saidBefore",
  "lib/visits/delivery/commands.ts#workOfTeam",
  "lib/fieldwork/deliveries/commands.ts#deliveryAt",
  "lib/fieldwork/deliveries/commands.ts#keptDelivery",
  "lib/fieldwork/sealed-files/items/commands.ts#deliverItem",
  "lib/fieldwork/sealed-files/keys/commands.ts#ensureExportKey",
  "lib/fieldwork/sealed-files/keys/commands.ts#replaceExportKey",
  "lib/visits/minutes/commands.ts#saveMinutes",
  "lib/visits/results/commands.ts#saveFindings",
  "lib/visits/results/commands.ts#saveResult",
  "lib/visits/sealed/commands.ts#takeSealed",
  "lib/visits/photos/attached/commands.ts#attach",
  "lib/visits/photos/attached/commands.ts#captionSaid",
  "lib/visits/photos/attached/commands.ts#crowdProblem",
  "lib/visits/photos/attached/commands.ts#pictureOf",
  "lib/visits/photos/attached/commands.ts#store",
  "lib/visits/photos/captions/commands.ts#captioned",
  "lib/visits/photos/pieces/commands.ts#askForSweep",
  "lib/visits/photos/pieces/commands.ts#dropPieces",
  "lib/visits/photos/pieces/commands.ts#dropSpoilt",
  "lib/visits/photos/pieces/commands.ts#joined",
  "lib/visits/photos/pieces/commands.ts#sweepPieces",
  "lib/programme/commands.ts#createVisits",
  "lib/programme/commands.ts#toldOfPlan",
  "lib/programme/commands.ts#saveDraft",
  "lib/programme/commands.ts#takePlan",
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
  "lib/visits/photos/pieces/commands.ts#storeJoined",
  "lib/corrections/approvals/commands.ts#undoApproval",
  "lib/corrections/approvals/commands.ts#undoSignature",
  "lib/submissions/papers/commands.ts#storePaper",
];
