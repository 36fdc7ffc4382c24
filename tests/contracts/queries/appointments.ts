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
import * as ground from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = ground.today;

export const appointments: QueryProofs = {
  "appointments#listHolders": {
    action: "agencies.read",
    sees: async (viewer, where) => (await listHolders(viewer, await ground.agencyOf(where), day)).length > 0,
  },
  "appointments#listAppointments": {
    action: "appointments.read",
    sees: async (viewer, where) => (await listAppointments(viewer, await ground.agencyOf(where))).length > 0,
  },
  "appointments#findAppointment": {
    action: "appointments.record",
    sees: async (viewer, where) => {
      const id = await plants.plantAppointment(where);
      return (await findAppointment(viewer, await ground.agencyOf(where), id)) !== null;
    },
  },
  "appointments/signatures#listSignedInTerm": {
    action: "appointments.record",
    sees: async (viewer, where) => {
      const id = await plants.appointmentOfHead(where);
      return (await listSignedInTerm(viewer, await ground.agencyOf(where), id)).length > 0;
    },
  },
  "appointments#listCandidates": {
    action: "appointments.record",
    sees: async (viewer, where) => {
      await plants.plantAppointment(where);
      return (await listCandidates(viewer, await ground.agencyOf(where), day)).some(({ here }) => here);
    },
  },
  "appointments/staffing#listStaffing": {
    action: "appointments.read",
    sees: async (viewer, where) => (await listStaffing(viewer, day, await ground.agencyOf(where))).length > 0,
  },
  "appointments#listSigningAccounts": {
    action: "accounts.manage",
    sees: async (viewer, where) => {
      const head = await plants.headOf(where);
      const accounts = await listSigningAccounts(viewer, await ground.agencyOf(where), [head]);
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
