"use server";

import { recordPublications } from "@/lib/adoption/declarations/commands";
import { publicationForm } from "@/lib/adoption/declarations/schema";
import { form } from "@/lib/gate/form";

export const save = form(
  "adoption.record",
  publicationForm,
  recordPublications,
  ({ agencyCode }) => `/agencies/${agencyCode}`,
);
