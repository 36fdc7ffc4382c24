"use server";

import { reopenAppointment } from "@/lib/appointments/commands";
import { form } from "@/lib/gate/form";

export const save = form(reopenAppointment, ({ agencyCode }) => `/agencies/${agencyCode}/people`);
