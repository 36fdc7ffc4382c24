"use server";

import { beginAppointment } from "@/lib/appointments/commands";
import { appointmentForm } from "@/lib/appointments/schema";
import { form } from "@/lib/gate/form";

export const save = form(
  "appointments.record",
  appointmentForm,
  beginAppointment,
  ({ agencyCode }) => `/agencies/${agencyCode}/people`,
);
