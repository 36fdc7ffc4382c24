"use server";

import { form } from "@/lib/gate/form";
import { returnDraft } from "@/lib/submissions/commands";
import { sendBackForm } from "@/lib/submissions/schema";
import { recordAddress } from "@/lib/submissions/types";

export const save = form("drafts.return", sendBackForm, returnDraft, recordAddress);
