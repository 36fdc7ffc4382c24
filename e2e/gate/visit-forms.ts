import type { Names } from "./places";
import { day } from "./ready";
import type { ProofForm } from "./types";
import type { formActions } from "@/lib/gate/form-doors";
import * as fixtures from "@/tests/support/fixtures";

const freshVisit = (answered: boolean) => async (): Promise<Partial<Names>> => ({
  visit: await fixtures.createVisit("own", answered),
});

const ledVisit = (answered: boolean) => async (): Promise<Partial<Names>> => {
  const visit = await fixtures.createVisit("own", answered);
  return { visit, leader: await fixtures.leaderOf(visit) };
};

/** A visit whose minutes have a first version. */
async function finalVisit(): Promise<Partial<Names>> {
  const visit = await fixtures.createVisit("own", true);
  await fixtures.createMinutes(visit);
  return { finalVisit: visit };
}

async function photographedVisit(): Promise<Partial<Names>> {
  const visit = await fixtures.createVisit("own", true);
  return { visit, file: await fixtures.createPhoto("own", visit) };
}

export const ofVisits = {
  "app/audits/[id]/[group]/actions.ts#save": {
    ready: freshVisit(false),
    fields: ({ visit }) => ({
      ...{ visitId: visit, groupCode: "D", version: "0", "outcome.D.1": "conforming", "note.D.1": "" },
    }),
  },
  "app/audits/[id]/before/actions.ts#save": {
    ready: async () => ({
      finding: await fixtures.createEarlierFinding("own"),
      visit: await fixtures.createVisit("own"),
    }),
    fields: ({ visit, finding }) => ({
      ...{ visitId: visit, findingId: finding, version: "0", outcome: "corrected", note: "" },
    }),
  },
  "app/audits/[id]/check/actions.ts#finalise": {
    ready: ledVisit(true),
    fields: ({ visit, leader }) => ({
      ...{ visitId: visit, conclusion: "Duy trì tốt", present: leader, opinion: "absent", startedOn: day },
      "looked-at": "record",
    }),
  },
  "app/audits/[id]/amend/actions.ts#amend": {
    ready: finalVisit,
    fields: ({ finalVisit: visitId }) => ({
      ...{ visitId, version: "1", reason: "Bổ sung ý kiến", opinion: "absent" },
    }),
  },
  "app/audits/[id]/groups/actions.ts#give": {
    ready: ledVisit(false),
    fields: ({ visit, leader }) => ({ visitId: visit, "was.D": "", "holder.D": leader }),
  },
  "app/audits/[id]/photos/[question]/actions.ts#add": {
    ready: freshVisit(false),
    file: "photo",
    fields: ({ visit }) => ({ visitId: visit, questionCode: "D.1" }),
  },
  "app/audits/[id]/photos/[question]/actions.ts#caption": {
    ready: photographedVisit,
    fields: ({ visit, file }) => ({
      ...{ visitId: visit, questionCode: "D.1", photoId: file, [`caption.${file}`]: "Bảng niêm yết tầng 1" },
    }),
  },
  "app/audits/[id]/photos/[question]/actions.ts#remove": {
    ready: photographedVisit,
    fields: ({ visit, file }) => ({ visitId: visit, questionCode: "D.1", photoId: file }),
  },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;
