"use server";

import { form } from "@/lib/gate/form";
import { createDocument } from "@/lib/procedures/commands";

export const create = form(createDocument, ({ agencyCode }) => `/agencies/${agencyCode}/documents`);
