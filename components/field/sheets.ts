import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { isSettled, questionsOf } from "@/lib/checklists/rules";
import type { Group, Question } from "@/lib/checklists/types";
import type { Recheck } from "@/lib/findings/rechecks/types";
import { contestedIn, togetherIn, type Together } from "@/lib/offline/conflict/rules";
import { isTakenBack } from "@/lib/offline/pictured";
import { isPutAway } from "@/lib/offline/rules";
import type { Held, RecheckDraft, SheetAnswers } from "@/lib/offline/types";

export const asked = (visit: PackedVisit): Question[] => questionsOf(visit.checklist, visit.scope);

export const groupsOf = (visit: PackedVisit): Group[] => {
  const codes = new Set(asked(visit).map((question) => question.groupCode));
  return visit.checklist.groups.filter((group) => codes.has(group.code));
};

/** A clause group that a colleague saved as well, with what is theirs in it; null where nothing is left to decide. */
export function togetherOf(visitId: string, held: Held, groupCode: string): Together | null {
  const sheet = held.sheets.find((each) => each.visitId === visitId && each.groupCode === groupCode);
  const item = held.items.find(
    (each) =>
      each.visitId === visitId && each.subject === `sheet:${groupCode}` && each.standing.state === "conflict",
  );
  return item ? togetherIn(item, sheet ?? {}) : null;
}

/** A copy that nobody has chosen: whose it is, or of one's own with whom it collided, then with the screen where to choose. */
export type OpenCollision = { by: string; codes: readonly string[]; part: string | null };

/** What two of the team wrote and nobody has chosen, here or as far as the pack knows of others. */
export function collisionsOf(visit: PackedVisit, held: Held): OpenCollision[] {
  const own = held.items.flatMap((item): OpenCollision[] => {
    const { body, standing, visitId } = item;
    if (visitId !== visit.id || standing.state !== "conflict") return [];
    const by = standing.conflict.savedBy;
    if (body.kind === "recheck") {
      const finding = visit.openBefore.find(({ id }) => id === body.findingId);
      return [{ by, codes: [finding?.questionCode ?? "–"], part: "before" }];
    }
    if (body.kind !== "sheet") return [];
    const sheet = held.sheets.find((each) => each.visitId === visitId && each.groupCode === body.groupCode);
    const { chosen = {} } = standing.conflict;
    const codes = contestedIn(item, sheet ?? {}).filter((code) => !(code in chosen));
    return codes.length > 0 ? [{ by, codes, part: body.groupCode }] : [];
  });
  const others = (visit.collisions ?? []).filter(({ by }) => by !== held.pack?.name);
  return [...own, ...others.map((each) => ({ ...each, part: null }))];
}

/**
 * The answers as they stand on the device, of one group or of the whole visit: with what only a colleague wrote, also while
 * somebody has to decide about what both wrote.
 */
export function answersOf(visit: PackedVisit, held: Held, groupCode: string | null): SheetAnswers {
  const sheets = held.sheets.filter(
    (sheet) => sheet.visitId === visit.id && (groupCode === null || sheet.groupCode === groupCode),
  );
  const answers = sheets.map(
    (sheet) => togetherOf(visit.id, held, sheet.groupCode)?.answers ?? sheet.answers,
  );
  return Object.assign({}, ...answers) as SheetAnswers;
}

export function progress(
  visit: PackedVisit,
  held: Held,
  groupCode: string | null,
): { done: number; total: number } {
  const total = asked(visit).filter((each) => groupCode === null || each.groupCode === groupCode).length;
  return { done: total - unansweredOf(visit, held, groupCode).length, total };
}

/** Codes that have no answer yet, of one group or of the whole visit, in the order in which they are asked. */
export function unansweredOf(visit: PackedVisit, held: Held, groupCode: string | null): string[] {
  const answers = answersOf(visit, held, groupCode);
  return asked(visit)
    .filter((each) => groupCode === null || each.groupCode === groupCode)
    .flatMap(({ code }) => (isSettled(answers[code]) ? [] : [code]));
}

export const groupOf = (visit: PackedVisit, code: string): string =>
  visit.checklist.questions.find((question) => question.code === code)?.groupCode ?? "";

/** The next question without an answer: from a group on, and round to the first; null where all are answered. */
export function nextUnanswered(visit: PackedVisit, held: Held, from: string | null): string | null {
  const open = unansweredOf(visit, held, null);
  const order = groupsOf(visit).map((group) => group.code);
  const ahead = open.filter((code) => order.indexOf(groupOf(visit, code)) >= order.indexOf(from ?? ""));
  return ahead[0] ?? open[0] ?? null;
}

/** What is written of earlier findings, by finding, chosen or only begun. */
export const draftsOf = (visit: PackedVisit, held: Held): Record<string, RecheckDraft> =>
  Object.fromEntries(
    held.rechecks
      .filter(({ visitId }) => visitId === visit.id)
      .map(({ findingId, outcome, note }) => [findingId, { outcome, note }]),
  );

/** What has been seen of earlier findings, by finding, as it stands on the device. */
export const rechecksOf = (visit: PackedVisit, held: Held): Record<string, Recheck> =>
  Object.fromEntries(
    held.rechecks.flatMap(({ visitId, findingId, outcome, note }) =>
      visitId === visit.id && outcome !== null ? [[findingId, { outcome, note }]] : [],
    ),
  );

/** Questions of a visit that conform under a note of when they did not. */
export const doubtfulOf = (visit: PackedVisit, held: Held): string[] =>
  held.sheets.flatMap(({ visitId, doubtful = [] }) => (visitId === visit.id ? doubtful : []));

/**
 * Hashes of the photographs by question: those the server had when the visit was taken along, and those taken since; none that the
 * server would not have and that was put away.
 */
export function photosOf(visit: PackedVisit, held: Held): Record<string, string[]> {
  const hashes: Record<string, string[]> = {};
  const add = (code: string, sha256: string) => {
    const there = (hashes[code] ??= []);
    // A colleague may have sent the same picture: the server keeps it once.
    if (!there.includes(sha256)) there.push(sha256);
  };
  const known = new Set(Object.values(visit.photos).flatMap((all) => all.map((photo) => photo.id)));
  for (const { questionCode, sha256 } of Object.values(visit.photos).flat())
    if (!isTakenBack(held, visit.id, questionCode, sha256)) add(questionCode, sha256);
  const away = new Set(held.items.filter(isPutAway).map(({ id }) => id));
  for (const photo of held.photos)
    if (photo.visitId === visit.id && !known.has(photo.id) && !away.has(photo.id))
      add(photo.questionCode, photo.sha256);
  return hashes;
}
