"use server";

import { form } from "@/lib/gate/form";
import { releaseChange } from "@/lib/legal/changes/commands";

export const save = form(releaseChange, ({ lawId }) => `/laws/${lawId}`);
