import { loadChecklist } from "@/lib/checklists/queries";
import { loadDays } from "@/lib/visits/days/queries";
import type { Photo } from "@/lib/visits/photos/types";
import { findingOf, findingSelect, isEarlier, loadEarlier, loadPrevious } from "@/lib/visits/earlier/queries";
import { loadRechecksOf } from "@/lib/visits/rechecks/queries";
import type { Answers, GroupScore } from "@/lib/checklists/types";
import type { IssuedResult, VisitRecord } from "@/lib/visits/types";
import type { VisitState } from "@/lib/programme/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { receiptNumber } from "@/lib/journal/rules";
import { byKey } from "@/lib/kernel/by-key";
import type { Locale } from "@/lib/kernel/format";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { loadLaws } from "@/lib/legal/queries";
import { today } from "@/lib/platform/clock";

const answersOf = (
  rows: readonly { questionCode: string; outcome: Answers[string]["outcome"]; note: string }[],
): Answers =>
  Object.fromEntries(rows.map(({ questionCode, outcome, note }) => [questionCode, { outcome, note }]));

const photoSelect = {
  caption: true,
  attachment: { select: { id: true, sha256: true, fileName: true, uploadedAt: true } },
} as const;

type PhotoRow = {
  caption: string;
  attachment: { id: string; sha256: string; fileName: string; uploadedAt: Date };
};

const photosOf = (
  rows: readonly { questionCode: string; evidence: readonly PhotoRow[] }[],
): Record<string, Photo[]> =>
  Object.fromEntries(
    rows
      .filter((row) => row.evidence.length > 0)
      .map(({ questionCode, evidence }) => [
        questionCode,
        evidence
          .map(({ attachment, caption }) => ({ ...attachment, caption }))
          .sort((a, b) => a.uploadedAt.getTime() - b.uploadedAt.getTime() || (a.id < b.id ? -1 : 1))
          .map(({ id, sha256, fileName, caption }) => ({ id, questionCode, sha256, fileName, caption })),
      ]),
  );

/**
 * A visit with its checklist, answers and result; null where there is none or it is not theirs to read. Its findings are due as
 * of a day, today unless another is asked for; null asks for the dates as the visit set them.
 */
export async function findVisit(
  viewer: Viewer,
  id: string,
  locale: Locale,
  dueAsOf?: PlainDate | null,
): Promise<VisitRecord | null> {
  const [visit] = await findVisits(viewer, [id], locale, dueAsOf);
  return visit ?? null;
}

/** The same of many, in the order of their days, by as many statements as of one. */
export async function findVisits(
  viewer: Viewer,
  ids: readonly string[],
  locale: Locale,
  dueAsOf?: PlainDate | null,
): Promise<VisitRecord[]> {
  const asked = ids.filter(isId);
  if (asked.length === 0) return [];
  const now = await today();
  const dueOn = dueAsOf === undefined ? now : dueAsOf;
  return asViewer(viewer, async (tx) => {
    const visits = await tx.visit.findMany({
      where: {
        id: { in: asked },
        ...agencyWhere(viewer, "audits.read"),
        // A draft is for those who plan.
        ...(may(viewer, "audits.plan") ? {} : { programme: { approvedOn: { not: null } } }),
      },
      orderBy: [{ plannedOn: "asc" }, { id: "asc" }],
      include: {
        agency: { select: { code: true } },
        edition: { select: { designation: true } },
        team: { include: { person: { select: { fullName: true } } }, orderBy: { duty: "asc" } },
        sections: true,
        answers: {
          select: { questionCode: true, outcome: true, note: true, evidence: { select: photoSelect } },
        },
        findings: { orderBy: { questionCode: "asc" }, select: findingSelect },
        result: true,
      },
    });
    if (visits.length === 0) return [];
    const found = visits.map(({ id }) => id);
    const checklists = await byKey(
      visits.map(({ checklistId }) => checklistId),
      (id) => loadChecklist(tx, id, locale),
    );
    const names = await namesOf(tx, found);
    const daysOf = await loadDays(tx, found, now);
    const previous = await loadPrevious(tx, found);
    const rechecks = await loadRechecksOf(tx, found);
    const earlier = await loadEarlier(tx, visits);
    const laws = Object.values(await loadLaws(tx));
    return visits.flatMap((visit): VisitRecord[] => {
      const { id, agencyId, sections, result } = visit;
      const checklist = checklists.get(visit.checklistId);
      if (!checklist) return [];
      const own = rechecks[id] ?? {};
      const beside = { questions: checklist.questions, laws };
      const grade = checklist.grades.find((each) => each.code === result?.gradeCode);
      return [
        {
          id,
          agencyId,
          agencyCode: visit.agency.code,
          agencyName: names.get(id) ?? "–",
          mode: visit.mode,
          plannedOn: fromDatabase(visit.plannedOn),
          ...daysOf(id),
          scope: { editionId: visit.editionId, subordinates: visit.subordinates },
          designation: visit.edition.designation,
          state: stateOf(visit, Object.keys(own).length > 0),
          team: visit.team.map(({ personId, duty, person }) => ({ personId, duty, name: person.fullName })),
          mine: visit.team.some((member) => member.personId === viewer.personId),
          checklist,
          answers: answersOf(visit.answers),
          photos: photosOf(visit.answers),
          sections: Object.fromEntries(
            sections.map(({ groupCode, version, savedAt }) => [groupCode, { version, savedAt }]),
          ),
          previous: answersOf(previous.get(id) ?? []),
          openBefore: earlier
            .filter((finding) => isEarlier(finding, visit, own))
            .map((finding) => findingOf(finding, now, beside)),
          rechecks: own,
          findings: visit.findings.map((finding) => findingOf(finding, dueOn, beside)),
          result: result && issued(result, grade?.title ?? null),
        },
      ];
    });
  });
}

const stateOf = (visit: { result: unknown; sections: readonly unknown[] }, rechecked: boolean): VisitState =>
  visit.result ? "final" : visit.sections.length > 0 || rechecked ? "under_way" : "planned";

type ResultRow = Omit<
  IssuedResult,
  "finalisedOn" | "groupScores" | "gradeTitle" | "receiptNo" | "receivedAt"
> & {
  finalisedOn: Date;
  finalisedAt: Date;
  groupScores: unknown;
  receiptNo: bigint;
};

const issued = (row: ResultRow, gradeTitle: string | null): IssuedResult => ({
  finalisedOn: fromDatabase(row.finalisedOn),
  scoreHundredths: row.scoreHundredths,
  gradeTitle,
  cappedBy: row.cappedBy,
  maintains: row.maintains,
  failing: row.failing,
  groupScores: row.groupScores as readonly GroupScore[],
  conclusion: row.conclusion,
  receiptNo: receiptNumber(row.receiptNo),
  receivedAt: row.finalisedAt,
});

/** What the agency of each visit was called on the day planned. */
async function namesOf(tx: Tx, visits: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select v.id, s.name from visit v join lateral (select name from agency_standing s
      where s.agency_id = v.agency_id and s.valid_from <= v.planned_on order by s.valid_from desc limit 1) s on true
    where v.id = any(${visits}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
