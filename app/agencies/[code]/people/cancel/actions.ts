"use server";

import { cancelAppointment } from "@/lib/appointments/commands";
import { appointmentCancelForm } from "@/lib/appointments/schema";
import { form } from "@/lib/gate/form";

export const save = form(
  "appointments.record",
  appointmentCancelForm,
  cancelAppointment,
  ({ agencyCode }) => `/agencies/${agencyCode}/people`,
);
