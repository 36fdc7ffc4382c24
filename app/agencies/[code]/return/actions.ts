"use server";

import { form } from "@/lib/gate/form";
import { returnDraft } from "@/lib/submissions/commands";
import { recordAddress } from "@/lib/submissions/types";

export const save = form(returnDraft, recordAddress);
