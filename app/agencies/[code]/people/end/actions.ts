"use server";

import { endAppointment } from "@/lib/appointments/commands";
import { endForm } from "@/lib/appointments/schema";
import { form } from "@/lib/gate/form";

export const save = form(
  "appointments.record",
  endForm,
  endAppointment,
  ({ agencyCode }) => `/agencies/${agencyCode}/people`,
);
