import { countMails, listMails } from "@/lib/reminders/mails/queries";
import { countTasks, findDuties } from "@/lib/reminders/queries";
import { findMailSetting } from "@/lib/reminders/settings/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const reminders: QueryProofs = {
  // It gives what the queries it puts together give; the first of them reads documents.
  "reminders#findDuties": {
    action: "documents.read",
    sees: async (viewer, where) => {
      const documentId = await fixtures.createDocument(where, true);
      const agency = { id: await scopes.agencyOf(where), code: scopes.codeOf(where) };
      return mentions(await findDuties(viewer, agency, "officer", day, "vi"), documentId);
    },
  },
  "reminders#countTasks": {
    action: "desk.read",
    ofNoAgency: true,
    sees: async (viewer) => (await countTasks(viewer, day)) > 0,
  },
  "reminders/mails#listMails": {
    action: "mails.read",
    ofNoAgency: true,
    sees: async (viewer) => {
      const id = await fixtures.createMail();
      return mentions(await listMails(viewer, { state: null, page: 1 }), id);
    },
  },
  "reminders/mails#countMails": {
    action: "mails.read",
    ofNoAgency: true,
    sees: async (viewer) => {
      await fixtures.createMail();
      return (await countMails(viewer)).waiting > 0;
    },
  },
  "reminders/settings#findMailSetting": {
    action: "account.self",
    ofNoAgency: true,
    sees: async (viewer) => {
      const address = `${scopes.unique()}@tinh.example`;
      await fixtures.createAddress(viewer, address);
      return (await findMailSetting(viewer)).address === address;
    },
  },
};
