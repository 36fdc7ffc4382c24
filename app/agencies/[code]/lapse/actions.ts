"use server";

import { recordLapse } from "@/lib/adoption/lapses/commands";
import { lapseForm } from "@/lib/adoption/lapses/schema";
import { form } from "@/lib/gate/form";

export const save = form(
  "adoption.lapse",
  lapseForm,
  recordLapse,
  ({ agencyCode }) => `/agencies/${agencyCode}`,
);
