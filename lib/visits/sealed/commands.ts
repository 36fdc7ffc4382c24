import { recheckTexts } from "@/lib/visits/minutes/rules";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { OpenVisit } from "@/lib/visits/recording/queries";
import type { Rechecks } from "@/lib/visits/rechecks/types";
import { displacedIn, type Displaced } from "@/lib/visits/sealed/rules";
import type { Answers } from "@/lib/checklists/types";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { record } from "@/lib/journal/entries/commands";
import type { Value } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { refused, type Refusal } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";

/**
 * Puts what was signed in the place of what the server holds of a visit, so that answers, rechecks and minutes say one thing. What
 * is displaced stays in the history beside what took its place. A refusal where a recheck is of no earlier finding of the agency.
 */
export async function takeSealed(
  tx: Tx,
  viewer: Viewer,
  visit: OpenVisit,
  stands: { answers: Answers; rechecks: Rechecks },
  sheet: MinutesSheet,
): Promise<Refusal | null> {
  const groups = displacedIn(stands.answers, sheet.answers);
  await writeAnswers(tx, viewer, visit, groups);
  for (const group of groups) await recordGroup(tx, viewer, visit, group);
  return takeRechecks(tx, viewer, visit, stands.rechecks, sheet);
}

async function writeAnswers(
  tx: Tx,
  viewer: Viewer,
  { id, agencyId, checklistId }: OpenVisit,
  groups: readonly Displaced[],
): Promise<void> {
  const answers = groups.flatMap(({ signed }) => Object.entries(signed));
  await tx.$executeRaw`
    insert into visit_section as s (visit_id, agency_id, group_code, version, saved_by, saved_at)
    select ${id}::uuid, ${agencyId}::uuid, g, 1, ${viewer.accountId}::uuid, ${now()}
    from unnest(${groups.map(({ groupCode }) => groupCode)}::text[]) as g
    on conflict (visit_id, group_code) do update
      set version = s.version + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at, recorder = excluded.recorder`;
  await tx.$executeRaw`
    insert into answer as a (visit_id, agency_id, checklist_id, question_code, outcome, note)
    select ${id}::uuid, ${agencyId}::uuid, ${checklistId}, n.code, n.outcome, n.note
    from unnest(${answers.map(([code]) => code)}::text[], ${answers.map(([, { outcome }]) => outcome)}::text[]::outcome[],
      ${answers.map(([, { note }]) => note)}::text[]) as n(code, outcome, note)
    on conflict (visit_id, question_code) do update
      set outcome = excluded.outcome, note = excluded.note, recorded_at = excluded.recorded_at`;
}

const texts = (answers: Answers): { readonly [key: string]: Value } =>
  Object.fromEntries(Object.entries(answers).map(([code, { outcome, note }]) => [code, { outcome, note }]));

const recordGroup = (tx: Tx, viewer: Viewer, visit: OpenVisit, group: Displaced) =>
  record(tx, viewer, {
    chain: visit.agencyId,
    action: "section-saved",
    entity: "visit",
    entityId: visit.id,
    content: {
      group: group.groupCode,
      answers: texts(group.signed),
      answersBefore: texts(group.displaced),
      signed: true,
    },
  });

async function takeRechecks(
  tx: Tx,
  viewer: Viewer,
  visit: OpenVisit,
  stands: Rechecks,
  sheet: MinutesSheet,
): Promise<Refusal | null> {
  const differing = Object.entries(recheckTexts(sheet.rechecks)).filter(
    ([id, { outcome, note }]) => stands[id]?.outcome !== outcome || stands[id].note !== note,
  );
  if (differing.length === 0) return null;
  const written = await tx.$executeRaw`
    insert into finding_recheck as r (visit_id, finding_id, agency_id, outcome, note, version, saved_by, saved_at)
    select ${visit.id}::uuid, f.id, f.agency_id, n.outcome, n.note, 1, ${viewer.accountId}::uuid, ${now()}
    from unnest(${differing.map(([id]) => id)}::uuid[], ${differing.map(([, { outcome }]) => outcome)}::text[]::recheck_outcome[],
      ${differing.map(([, { note }]) => note)}::text[]) as n(finding, outcome, note)
      join finding f on f.id = n.finding and f.agency_id = ${visit.agencyId}::uuid and f.visit_id <> ${visit.id}::uuid
        and f.raised_on <= coalesce(${sheet.signedOn ?? null}::date, f.raised_on)
    on conflict (visit_id, finding_id) do update set outcome = excluded.outcome, note = excluded.note, version = r.version + 1,
      saved_by = excluded.saved_by, saved_at = excluded.saved_at`;
  if (written !== differing.length) return refused(problem("not-an-id", "findingId"));
  for (const [id, { outcome, note }] of differing)
    await record(tx, viewer, {
      chain: visit.agencyId,
      action: "finding-rechecked",
      entity: "finding",
      entityId: id,
      content: {
        visit: visit.id,
        outcome,
        note,
        ...(stands[id] && { outcomeBefore: stands[id].outcome, noteBefore: stands[id].note }),
        signed: true,
      },
    });
  return null;
}
