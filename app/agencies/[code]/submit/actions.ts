"use server";

import { form } from "@/lib/gate/form";
import { submitDraft } from "@/lib/submissions/commands";
import { submitForm } from "@/lib/submissions/schema";
import { recordAddress } from "@/lib/submissions/types";

export const save = form("drafts.submit", submitForm, submitDraft, recordAddress);
