"use server";

import { beginAppointment } from "@/lib/appointments/commands";
import { form } from "@/lib/gate/form";

export const save = form(beginAppointment, ({ agencyCode }) => `/agencies/${agencyCode}/people`);
