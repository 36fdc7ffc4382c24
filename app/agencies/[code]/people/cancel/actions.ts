"use server";

import { cancelAppointment } from "@/lib/appointments/commands";
import { form } from "@/lib/gate/form";

export const save = form(cancelAppointment, ({ agencyCode }) => `/agencies/${agencyCode}/people`);
