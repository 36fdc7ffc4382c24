"use server";

import { form } from "@/lib/gate/form";
import { submitDraft } from "@/lib/submissions/commands";
import { recordAddress } from "@/lib/submissions/types";

export const save = form(submitDraft, recordAddress);
