"use server";

import { form } from "@/lib/gate/form";
import { undoChange } from "@/lib/legal/changes/commands";

export const save = form(undoChange, ({ lawId }) => `/laws/${lawId}`);
