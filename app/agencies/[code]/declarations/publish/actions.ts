"use server";

import { recordPublications } from "@/lib/adoption/declarations/commands";
import { form } from "@/lib/gate/form";

export const save = form(recordPublications, ({ agencyCode }) => `/agencies/${agencyCode}`);
