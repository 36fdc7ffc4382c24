import { accounts } from "./accounts";
import { adoption } from "./adoption";
import { agencies } from "./agencies";
import { appointments } from "./appointments";
import { catalogue } from "./catalogue";
import { corrections } from "./corrections";
import { dashboard } from "./dashboard";
import { fieldwork } from "./fieldwork";
import { files } from "./files";
import { findings } from "./findings";
import { journal } from "./journal";
import { legal } from "./legal";
import { policies } from "./policies";
import { procedures } from "./procedures";
import { programme } from "./programme";
import { reminders } from "./reminders";
import { reports } from "./reports";
import { selfReviews } from "./self-reviews";
import { updates } from "./updates";
import { visits } from "./visits";
import type { QueryProof } from "./types";

const ofRooms = {
  ...agencies,
  ...legal,
  ...catalogue,
  ...files,
  ...journal,
  ...accounts,
  ...appointments,
  ...adoption,
  ...procedures,
  ...updates,
  ...policies,
  ...findings,
  ...programme,
  ...visits,
  ...fieldwork,
  ...selfReviews,
  ...corrections,
  ...dashboard,
  ...reports,
  ...reminders,
};

/** Every query that somebody signed in may ask for, by file and name. */
export const queryProofs: ReadonlyMap<string, QueryProof> = new Map(
  Object.entries(ofRooms).map(([name, proof]) => [`lib/${name.replace("#", "/queries.ts#")}`, proof]),
);

/** Parts of queries, inside a transaction that already knows who asks; and what the system asks of itself. */
export const withoutViewer: readonly string[] = [
  "lib/accounts/handover/queries.ts#loadHeld",
  "lib/accounts/handover/queries.ts#loadSuccessors",
  "lib/accounts/own/queries.ts#loadCallings",
  "lib/adoption/consequences/queries.ts#consequencesFor",
  "lib/adoption/declarations/queries.ts#foreseenIn",
  "lib/adoption/declarations/queries.ts#loadDeclarations",
  "lib/adoption/consequences/queries.ts#consequencesOfLapse",
  "lib/corrections/entries/queries.ts#cancelledBy",
  "lib/corrections/entries/queries.ts#loadEntries",
  "lib/corrections/entries/rows/queries.ts#openOr",
  "lib/corrections/entries/rows/queries.ts#rowOf",
  "lib/corrections/entries/rows/queries.ts#whole",
  "lib/corrections/queries.ts#followingFrom",
  "lib/procedures/queries.ts#withdrawingIn",
  "lib/adoption/standing/queries.ts#loadFacts",
  "lib/adoption/standing/queries.ts#loadFramework",
  "lib/adoption/standing/check/queries.ts#areStandingsWritten",
  "lib/adoption/standing/check/queries.ts#findStandingBreaks",
  "lib/adoption/standing/queries.ts#loadMilestones",
  "lib/adoption/standing/queries.ts#computeStanding",
  "lib/appointments/queries.ts#decidesOn",
  "lib/appointments/queries.ts#holdersOn",
  "lib/appointments/queries.ts#loadAppointments",
  "lib/appointments/signatures/queries.ts#signedInTerm",
  "lib/catalogue/queries.ts#loadProcedureNames",
  "lib/catalogue/queries.ts#loadProcedures",
  "lib/catalogue/rows/queries.ts#loadDraftRows",
  "lib/catalogue/rows/queries.ts#loadNamed",
  "lib/catalogue/rows/queries.ts#loadSaidRows",
  "lib/checklists/queries.ts#loadChecklist",
  "lib/coverage/queries.ts#loadHandled",
  "lib/legal/clocks/queries.ts#loadTerms",
  "lib/legal/queries.ts#loadLawLines",
  "lib/legal/queries.ts#loadLaws",
  "lib/legal/register/queries.ts#loadChangingLaws",
  "lib/legal/register/queries.ts#loadLawLinesOn",
  "lib/legal/touched/queries.ts#loadTouchedProcedures",
  "lib/legal/touched/queries.ts#touchedBy",
  "lib/legal/touched/queries.ts#touchedIn",
  "lib/legal/touched/queries.ts#provisionsTouch",
  "lib/legal/touched/queries.ts#touchedRows",
  "lib/procedures/carried/queries.ts#loadCarried",
  "lib/procedures/carried/queries.ts#loadNamesOf",
  "lib/visits/photos/queries.ts#isPictureKept",
  "lib/accounts/queries.ts#loadAgencyCode",
  "lib/accounts/queries.ts#loadKnown",
  "lib/visits/photos/queries.ts#isPictureThere",
  "lib/visits/photos/queries.ts#openQuestion",
  "lib/visits/photos/queries.ts#receivedIn",
  "lib/visits/days/queries.ts#loadDays",
  "lib/visits/earlier/queries.ts#clockOfRow",
  "lib/visits/earlier/queries.ts#findingOf",
  "lib/visits/earlier/queries.ts#isEarlier",
  "lib/visits/earlier/queries.ts#loadEarlier",
  "lib/visits/earlier/queries.ts#loadPrevious",
  "lib/visits/earlier/queries.ts#blocksOf",
  "lib/visits/final/queries.ts#decideFinal",
  "lib/visits/final/queries.ts#signingOf",
  "lib/visits/recording/queries.ts#isRefusal",
  "lib/visits/sealed/displaced/queries.ts#loadDisplaced",
  "lib/visits/sealed/displaced/queries.ts#tellDisplaced",
  "lib/visits/rechecks/queries.ts#earlierFindings",
  "lib/visits/rechecks/queries.ts#loadRechecks",
  "lib/visits/rechecks/queries.ts#loadRechecksOf",
  "lib/visits/recording/queries.ts#lockOpenVisit",
  "lib/visits/recording/queries.ts#lockVisit",
  "lib/programme/calendar/queries.ts#findCalendar",
  "lib/programme/queries.ts#loadColleagues",
  "lib/programme/queries.ts#loadEngaged",
  "lib/programme/queries.ts#loadHolidays",
  "lib/programme/queries.ts#loadPlannedVisits",
  "lib/programme/risk/queries.ts#loadSubjects",
  "lib/programme/risk/queries.ts#loadWeightSet",
  "lib/programme/risk/queries.ts#weightSetOf",
  "lib/dashboard/queries.ts#findHeadline",
  "lib/findings/followed/queries.ts#waitingOf",
  "lib/journal/verification/queries.ts#verifyHistory",
  "lib/submissions/queries.ts#refuseOtherStage",
  "lib/submissions/queries.ts#submissionsOf",
  "lib/submissions/queries.ts#waitingOf",
  "lib/reminders/digests/queries.ts#listRecipients",
  "lib/reminders/digests/queries.ts#listInspectorTasks",
  "lib/reminders/digests/queries.ts#toldTo",
  "lib/reminders/mails/queries.ts#findOutgoing",
  "lib/reminders/settings/queries.ts#findBySecret",
  "lib/adoption/corrected/queries.ts#correctionsOf",
  "lib/findings/queries.ts#isAnswered",
  "lib/findings/turns/queries.ts#loadPartiality",
  "lib/journal/last/queries.ts#changedSinceRead",
  "lib/journal/last/queries.ts#lastChange",
];
