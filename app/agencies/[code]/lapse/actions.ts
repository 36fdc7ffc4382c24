"use server";

import { recordLapse } from "@/lib/adoption/lapses/commands";
import { form } from "@/lib/gate/form";

export const save = form(recordLapse, ({ agencyCode }) => `/agencies/${agencyCode}`);
