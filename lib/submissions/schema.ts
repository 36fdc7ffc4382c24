import { z } from "zod";

import { agencyCode, choice, id, optionalText, shown, text, version } from "@/lib/gate/fields";
import { submissionSubjects } from "@/lib/submissions/types";

/** `version` is that of the draft as it was read before it was submitted or returned, `shown` how far it had come. */
const ofDraft = { agencyId: id, agencyCode, of: choice(submissionSubjects), id, version, shown };

export const submitForm = z.object({ ...ofDraft, note: optionalText(1000) });
export type SubmitForm = z.output<typeof submitForm>;

export const sendBackForm = z.object({ ...ofDraft, note: text(2000) });
