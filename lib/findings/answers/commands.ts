import { filesBeside } from "@/lib/files/bytes";
import { storeFiles } from "@/lib/files/commands";
import { answerProblems } from "@/lib/findings/answers/rules";
import { answerForm, returnForm } from "@/lib/findings/answers/schema";
import { answerTexts } from "@/lib/findings/answers/types";
import { takeTurn, told } from "@/lib/findings/turns/commands";
import { command } from "@/lib/journal/commands";
import { pick } from "@/lib/kernel/collections";
import { toDatabase } from "@/lib/kernel/plain-date";
import { refuse, refuseIf } from "@/lib/kernel/result";

/** The agency answers a finding: cause, correction, corrective action, who and by when. Each answer is a row of its own. */
export const answerFinding = command(
  "findings.answer",
  answerForm,
  async (acting, form) => {
    const { tx, viewer, today } = acting;
    const turn = await takeTurn(acting, "answer", form);
    refuseIf(answerProblems(form, turn.raisedOn));
    const { findingId, agencyId } = turn;
    const files = await storeFiles(acting, agencyId, form.evidence, "evidence", "evidence");
    const { doneBy } = form;
    const said = pick(form, answerTexts);
    const last = await tx.findingAnswer.findFirst({
      where: { findingId },
      orderBy: { number: "desc" },
      select: { number: true },
    });
    const { id } = await tx.findingAnswer.create({
      data: {
        ...{ findingId, agencyId, ...said, doneBy: toDatabase(doneBy) },
        number: (last?.number ?? 0) + 1,
        answeredOn: toDatabase(today),
        answeredBy: viewer.accountId,
      },
      select: { id: true },
    });
    await tx.findingAnswerFile.createMany({
      data: files.map((attachmentId) => ({ answerId: id, attachmentId, agencyId })),
    });
    return told(turn, "finding-answered", { ...said, doneBy, files });
  },
  { beside: filesBeside("evidence", "evidence") },
);

/** The inspector sends the last answer back and says why. */
export const returnAnswer = command("findings.return", returnForm, async (acting, form) => {
  const { tx, viewer, today } = acting;
  const turn = await takeTurn(acting, "return", form);
  const { findingId, agencyId, answerId } = turn;
  if (!answerId) refuse("finding-turn");
  const { reason } = form;
  await tx.findingReturn.create({
    data: {
      ...{ answerId, findingId, agencyId, reason },
      returnedOn: toDatabase(today),
      returnedBy: viewer.accountId,
    },
    select: { answerId: true },
  });
  return told(turn, "finding-returned", { reason });
});
