"use server";

import { endAppointment } from "@/lib/appointments/commands";
import { form } from "@/lib/gate/form";

export const save = form(endAppointment, ({ agencyCode }) => `/agencies/${agencyCode}/people`);
