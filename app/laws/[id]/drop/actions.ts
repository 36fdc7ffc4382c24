"use server";

import { form } from "@/lib/gate/form";
import { dropRelation } from "@/lib/legal/changes/commands";

export const save = form(dropRelation, ({ lawId }) => `/laws/${lawId}`);
