"use server";

import { form } from "@/lib/gate/form";
import { judgeUnaffected } from "@/lib/updates/commands";

export const save = form(judgeUnaffected, ({ documentId }) => `/documents/${documentId}#bases`);
