import { delivered, fingerprintOfMessage, receive, saidBefore } from "@/lib/visits/delivery/commands";
import type { Delivered, Mark } from "@/lib/visits/delivery/types";
import { isRefusal, lockVisit, type OpenVisit } from "@/lib/visits/recording/queries";
import { groupForm, type GroupAnswers, type GroupInput, type GroupSent } from "@/lib/visits/schema";
import type { AnswerText } from "@/lib/checklists/types";
import type { Tx } from "@/lib/identity/database";
import { refusalOf } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { commandOf } from "@/lib/journal/commands";
import { change, receiptAgain, record } from "@/lib/journal/entries/commands";
import { formatInstant } from "@/lib/kernel/format";
import { problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";

type Answered = AnswerText & { code: string; at: Date };

/**
 * Saves one clause group as it stands, from an office form. A stale version is refused with what the other person saved, unless both
 * say the same.
 */
export const saveGroup = commandOf(
  "audits.record",
  groupForm,
  (viewer, input: GroupInput): Promise<Result<Delivered>> =>
    change(viewer, (tx) => saveAnswers(tx, viewer, input, now)),
);

/** Receives a clause group from a device, once; what is stale or late is kept beside what stands. */
export async function receiveGroup(viewer: Viewer, sheet: GroupSent, mark: Mark): Promise<Result<Delivered>> {
  const refusal = refusalOf(viewer, "audits.record", sheet);
  if (refusal) return refused(refusal);
  const message = messageOf(sheet);
  const { visitId, groupCode, version, times = {} } = sheet;
  const sha256 = fingerprintOfMessage({ ...message, visit: visitId, version });
  const item = { ...mark, visitId, subject: `sheet:${groupCode}`, sha256 };
  return receive(viewer, item, { ...message, ...changedIn(sheet) }, (tx) =>
    saveAnswers(tx, viewer, sheet, (code) => momentOf(times[code] ?? mark.recordedAt, mark)),
  );
}

/** When each answer was changed on its device: by it a copy that is kept says which of its answers are its own. */
const changedIn = ({ times }: GroupSent) =>
  times && {
    times: Object.fromEntries(Object.entries(times).map(([code, at]) => [code, at.toISOString()])),
  };

/** What stands of a section, and who recorded it where another phone handed it over. */
type Said = GroupAnswers & Pick<GroupSent, "by">;

const messageOf = ({ groupCode, answers, by }: Said) => ({
  group: groupCode,
  ...(by && { by }),
  answers: Object.fromEntries(
    Object.entries(answers).map(([code, { outcome, note }]) => [code, { outcome, note }]),
  ),
});

/** The moment that a device claims, as far as its clock was right. */
const momentOf = (claimed: Date, { clockFast }: Mark): Date =>
  new Date(claimed.getTime() - (clockFast ?? 0) * 1000);

/** Saves the answers of a section, each said at the moment that `at` gives for its question. */
async function saveAnswers(
  tx: Tx,
  viewer: Viewer,
  input: Said,
  at: (code: string) => Date,
): Promise<Result<Delivered>> {
  const visit = await lockVisit(tx, viewer, input.visitId, "shared", input.groupCode);
  if (isRefusal(visit)) return visit;
  const answers = Object.entries(input.answers).map(([code, answer]) => ({ code, ...answer, at: at(code) }));
  if (visit.asked.length === 0 || !answers.every(({ code }) => visit.asked.includes(code)))
    return refused(problem("unknown-input"));
  if (visit.final) return saidBefore(await overtaken(tx, input, answers));
  const version = await claimAndWrite(tx, viewer, visit, input, answers);
  if (version === null) return overtaken(tx, input, answers);
  const receipt = await record(tx, viewer, {
    chain: visit.agencyId,
    action: "section-saved",
    entity: "visit",
    entityId: visit.id,
    content: messageOf(input),
  });
  return done(delivered(receipt, version));
}

/** Takes the next version of a section and writes all its answers, in one statement; null where somebody was faster. */
async function claimAndWrite(
  tx: Tx,
  viewer: Viewer,
  visit: OpenVisit,
  { groupCode, version, by = "" }: Said,
  answers: readonly Answered[],
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    with claimed as (
      insert into visit_section as s (visit_id, agency_id, group_code, version, saved_by, saved_at, recorder)
      select ${visit.id}::uuid, ${visit.agencyId}::uuid, ${groupCode}, 1, ${viewer.accountId}::uuid, ${now()}, ${by}
      where ${version} = 0 or exists (select 1 from visit_section where visit_id = ${visit.id}::uuid and group_code = ${groupCode})
      on conflict (visit_id, group_code) do update
        set version = s.version + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at, recorder = excluded.recorder
          where s.version = ${version}
      returning version
    ), written as (
      insert into answer as a (visit_id, agency_id, checklist_id, question_code, outcome, note, recorded_at)
      select ${visit.id}::uuid, ${visit.agencyId}::uuid, ${visit.checklistId}, n.code, n.outcome, n.note, n.at
      from claimed, unnest(${answers.map((each) => each.code)}::text[], ${answers.map((each) => each.outcome)}::text[]::outcome[],
        ${answers.map((each) => each.note)}::text[], ${answers.map((each) => each.at.toISOString())}::text[]::timestamptz[]) as n(code, outcome, note, at)
      on conflict (visit_id, question_code) do update
        set outcome = excluded.outcome, note = excluded.note, recorded_at = excluded.recorded_at
        where (a.outcome, a.note) is distinct from (excluded.outcome, excluded.note)
    )
    select version from claimed`;
  return rows[0]?.version ?? null;
}

type Stored = { questionCode: string; outcome: string; note: string };

const says = (stored: readonly Stored[], answers: readonly Answered[]): boolean =>
  answers.every(({ code, outcome, note }) =>
    stored.some((each) => each.questionCode === code && each.outcome === outcome && each.note === note),
  );

/**
 * Somebody saved first. Where that says the same (often it was oneself, and the answer got lost on the way), it is as good as
 * saved, under the receipt of that; otherwise it is a refusal with version, answers and who saved them.
 */
async function overtaken(
  tx: Tx,
  { visitId, groupCode }: GroupAnswers,
  answers: readonly Answered[],
): Promise<Result<Delivered>> {
  const section = await tx.visitSection.findUnique({
    where: { visitId_groupCode: { visitId, groupCode } },
    select: { version: true, savedAt: true },
  });
  const stored = await tx.answer.findMany({
    where: { visitId, questionCode: { startsWith: `${groupCode}.` } },
    select: { questionCode: true, outcome: true, note: true },
  });
  const last = await tx.journalEntry.findFirst({
    where: {
      entity: "visit",
      entityId: visitId,
      action: "section-saved",
      content: { contains: `"group":"${groupCode}"` },
    },
    orderBy: { id: "desc" },
    select: { id: true, actorName: true },
  });
  const version = section?.version ?? 0;
  if (last && says(stored, answers)) return done(delivered(await receiptAgain(tx, last.id), version));
  return conflicting({
    current: { version: String(version), ...textsOf(stored) },
    savedBy: last?.actorName ?? "–",
    savedAt: formatInstant(section?.savedAt ?? now()),
  });
}

const textsOf = (stored: readonly Stored[]): Record<string, string> =>
  Object.fromEntries(
    stored.flatMap(({ questionCode, outcome, note }) => [
      [`outcome.${questionCode}`, outcome],
      [`note.${questionCode}`, note],
    ]),
  );
