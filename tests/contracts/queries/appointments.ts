import {
  findAppointment,
  listAppointments,
  listCandidates,
  listHolders,
  listPositions,
  listSigningAccounts,
} from "@/lib/appointments/queries";
import { listSignedInTerm } from "@/lib/appointments/signatures/queries";
import { listStaffing } from "@/lib/appointments/staffing/queries";

import { viewerNamed } from "@/tests/support/database/viewer";
import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const appointments: QueryProofs = {
  "appointments#listHolders": {
    action: "agencies.read",
    sees: async (viewer, where) => (await listHolders(viewer, await scopes.agencyOf(where), day)).length > 0,
  },
  "appointments#listAppointments": {
    action: "appointments.read",
    sees: async (viewer, where) => (await listAppointments(viewer, await scopes.agencyOf(where))).length > 0,
  },
  "appointments#findAppointment": {
    action: "appointments.record",
    sees: async (viewer, where) => {
      const id = await fixtures.createAppointment(where);
      return (await findAppointment(viewer, await scopes.agencyOf(where), id)) !== null;
    },
  },
  "appointments/signatures#listSignedInTerm": {
    action: "appointments.record",
    sees: async (viewer, where) => {
      const id = await fixtures.appointmentOfHead(where);
      return (await listSignedInTerm(viewer, await scopes.agencyOf(where), id)).length > 0;
    },
  },
  "appointments#listCandidates": {
    action: "appointments.record",
    sees: async (viewer, where) => {
      await fixtures.createAppointment(where);
      return (await listCandidates(viewer, await scopes.agencyOf(where), day)).some(({ here }) => here);
    },
  },
  "appointments/staffing#listStaffing": {
    action: "appointments.read",
    sees: async (viewer, where) => (await listStaffing(viewer, day, await scopes.agencyOf(where))).length > 0,
  },
  "appointments#listSigningAccounts": {
    action: "accounts.manage",
    sees: async (viewer, where) => {
      const head = await fixtures.headOf(where);
      const accounts = await listSigningAccounts(viewer, await scopes.agencyOf(where), [head]);
      return accounts[head] !== undefined;
    },
  },
  "appointments#listPositions": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => {
      const { personId } = await viewerNamed("inspector");
      return mentions(await listPositions(viewer, [personId ?? ""], day), personId ?? "");
    },
  },
};
