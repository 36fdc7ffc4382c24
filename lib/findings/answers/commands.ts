import { storeFile } from "@/lib/files/commands";
import { answerProblems } from "@/lib/findings/answers/rules";
import type { AnswerForm, ReturnForm } from "@/lib/findings/answers/schema";
import { takeTurn, type Turn } from "@/lib/findings/turns/commands";
import type { Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** The agency answers a finding: cause, correction, corrective action, who and by when. Each answer is a row of its own. */
export async function answerFinding(viewer: Viewer, form: AnswerForm): Promise<Result<Receipt>> {
  if (!may(viewer, "findings.answer")) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    const turn = await takeTurn(tx, viewer, "answer", form, day);
    if (!turn.ok) return turn;
    const problems = answerProblems(form, turn.value.raisedOn);
    if (problems.length > 0) return refused(...problems);
    const stored = await storeAll(tx, viewer, turn.value.agencyId, form.evidence);
    if (!stored.ok) return stored;
    await saveAnswer(tx, viewer, turn.value, form, stored.value, day);
    const { cause, correction, correctiveAction, responsible, doneBy } = form;
    return done(
      await record(tx, viewer, {
        chain: turn.value.agencyId,
        action: "finding-answered",
        entity: "finding",
        entityId: turn.value.findingId,
        content: { cause, correction, correctiveAction, responsible, doneBy, files: stored.value },
      }),
    );
  });
}

async function storeAll(
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  files: readonly File[],
): Promise<Result<string[]>> {
  const ids: string[] = [];
  for (const file of files) {
    const stored = await storeFile(tx, viewer, agencyId, file, "evidence");
    if (!stored.ok) return stored;
    ids.push(stored.value);
  }
  return done(ids);
}

async function saveAnswer(
  tx: Tx,
  viewer: Viewer,
  { findingId, agencyId }: Turn,
  { cause, correction, correctiveAction, responsible, doneBy }: AnswerForm,
  files: readonly string[],
  day: PlainDate,
): Promise<void> {
  const last = await tx.findingAnswer.findFirst({
    where: { findingId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const { id } = await tx.findingAnswer.create({
    data: {
      findingId,
      agencyId,
      number: (last?.number ?? 0) + 1,
      ...{ cause, correction, correctiveAction, responsible },
      doneBy: toDatabase(doneBy),
      answeredOn: toDatabase(day),
      answeredBy: viewer.accountId,
    },
    select: { id: true },
  });
  await tx.findingAnswerFile.createMany({
    data: files.map((attachmentId) => ({ answerId: id, attachmentId, agencyId })),
  });
}

/** The inspector sends the last answer back and says why. */
export async function returnAnswer(viewer: Viewer, form: ReturnForm): Promise<Result<Receipt>> {
  if (!may(viewer, "findings.return")) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    const turn = await takeTurn(tx, viewer, "return", form, day);
    if (!turn.ok) return turn;
    const { findingId, agencyId, answerId } = turn.value;
    if (!answerId) return refused(problem("finding-turn"));
    await tx.findingReturn.create({
      data: {
        answerId,
        findingId,
        agencyId,
        reason: form.reason,
        returnedOn: toDatabase(day),
        returnedBy: viewer.accountId,
      },
      select: { answerId: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "finding-returned",
        entity: "finding",
        entityId: findingId,
        content: { reason: form.reason },
      }),
    );
  });
}
