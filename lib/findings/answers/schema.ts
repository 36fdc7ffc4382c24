import { z } from "zod";

import { date, files, id, text, version } from "@/lib/gate/fields";

export const answerForm = z.object({
  findingId: id,
  version,
  cause: text(2000),
  correction: text(2000),
  correctiveAction: text(2000),
  responsible: text(200),
  doneBy: date,
  evidence: files(5),
});
export type AnswerForm = z.output<typeof answerForm>;

export const returnForm = z.object({ findingId: id, version, reason: text(2000) });
export type ReturnForm = z.output<typeof returnForm>;
