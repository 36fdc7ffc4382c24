import type { Tx } from "@/lib/identity/database";
import { addDays, plainDate } from "@/lib/kernel/plain-date";
import { answered, answers, blocked, returned, thread, type SeedAnswer } from "@/prisma/seed/data/follow-up";
import { visits } from "@/prisma/seed/data/shortcomings";
import { day, idOf, morning } from "@/prisma/seed/ids";
import { agencyId } from "@/prisma/seed/registry";

type Of = { agency: string; on: string; code: string };

const accountOf = (name: string): string => idOf("account", name);
const inspector = accountOf("inspector");
const key = ({ agency, on, code }: Of): [string, string, string] => [agency, on, code];
const ofFinding = (of: Of) => ({
  findingId: idOf("finding", ...key(of)),
  agencyId: agencyId(of.agency),
});
const answerId = (of: Of): string => idOf("finding-answer", ...key(of));

type Given = Of & { answeredOn: string; doneBy: string; answer: SeedAnswer };

const textOf = (code: string): SeedAnswer => {
  const answer = answers[code];
  if (!answer) throw new Error(`no answer for ${code}`);
  return answer;
};

const daysToAnswer = 20;
const daysToCorrect = 25;

/** What was closed had been answered; some answers wait for the team, and one was sent back. */
const given: readonly Given[] = [
  ...visits.flatMap(({ agency, on, shortcomings, closed }) =>
    shortcomings.slice(0, closed).map(({ code }) => ({
      ...{ agency, on, code },
      answeredOn: addDays(plainDate(on), daysToAnswer),
      doneBy: addDays(plainDate(on), daysToCorrect),
      answer: textOf(code),
    })),
  ),
  ...answered.map((each) => ({ ...each, answer: each.answer ?? textOf(each.code) })),
  returned,
];

/** How the findings of the visits were followed. */
export async function seedFollowUp(tx: Tx): Promise<void> {
  await tx.findingAnswer.createMany({
    data: given.map(({ answer, answeredOn, doneBy, ...of }) => ({
      id: answerId(of),
      ...ofFinding(of),
      number: 1,
      ...answer,
      doneBy: day(doneBy),
      answeredOn: day(answeredOn),
      answeredAt: morning(answeredOn),
    })),
  });
  await tx.findingReturn.create({
    data: {
      answerId: answerId(returned),
      ...ofFinding(returned),
      reason: returned.reason,
      returnedOn: day(returned.returnedOn),
      returnedBy: inspector,
      returnedAt: morning(returned.returnedOn),
    },
  });
  await createBlock(tx);
  await createThread(tx);
}

async function createBlock(tx: Tx): Promise<void> {
  const { blockingBody, reference, explanation, since, statedOn, acceptedOn } = blocked;
  const id = idOf("finding-claim", ...key(blocked));
  await tx.findingClaim.create({
    data: {
      ...{ id, number: 1, blockingBody, reference, explanation },
      ...ofFinding(blocked),
      since: day(since),
      statedOn: day(statedOn),
      statedBy: accountOf("officer"),
      statedAt: morning(statedOn),
    },
  });
  await tx.findingStop.create({
    data: {
      claimId: id,
      ...ofFinding(blocked),
      startsOn: day(since),
      acceptedOn: day(acceptedOn),
      acceptedBy: inspector,
    },
  });
}

async function createThread(tx: Tx): Promise<void> {
  const names = await tx.account.findMany({
    where: { name: { in: thread.messages.map(({ author }) => author) } },
    select: { name: true, person: { select: { fullName: true } } },
  });
  await tx.findingMessage.createMany({
    data: thread.messages.map(({ side, asks, author, on, text }, index) => ({
      id: idOf("finding-message", ...key(thread), index),
      ...ofFinding(thread),
      ...{ number: index + 1, side, asks, text },
      authorName: names.find(({ name }) => name === author)?.person.fullName ?? author,
      writtenOn: day(on),
      writtenBy: accountOf(author),
      writtenAt: morning(on),
    })),
  });
}
