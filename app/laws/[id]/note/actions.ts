"use server";

import { form } from "@/lib/gate/form";
import { noteRelation } from "@/lib/legal/changes/commands";

export const save = form(noteRelation, ({ lawId }) => `/laws/${lawId}`);
