import { z } from "zod";

import { date, files, id, line, text, version } from "@/lib/gate/fields";

export const answerForm = z.object({
  findingId: id,
  version,
  cause: text(2000, "answer-cause"),
  correction: text(2000, "answer-correction"),
  correctiveAction: text(2000, "answer-action"),
  responsible: line(200, "answer-responsible"),
  doneBy: date,
  evidence: files(5),
});
export type AnswerForm = z.output<typeof answerForm>;

export const returnForm = z.object({ findingId: id, version, reason: text(2000, "reason-needed") });
