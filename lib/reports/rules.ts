import { may, scopeOf } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { parseDate, plainDate, yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import type { PaperLink, Registration } from "@/lib/reports/types";

export const unregistered: Registration = { number: null, date: null };

/** An agency reads the papers of a visit once it is final; a draft is the team's and the province's. */
export const mayReadDraft = (viewer: Viewer): boolean => scopeOf(viewer, "papers.visit") === "province";

/** The day a year's report speaks of: its last day, or today while the year lasts; null before it has begun. */
export function reportDay(year: number, today: PlainDate): PlainDate | null {
  if (yearOf(today) < year) return null;
  return yearOf(today) === year ? today : plainDate(`${year}-12-31`);
}

/** Number and date of a paper as the records office gave them; null where what is typed is neither. */
export function registrationIn(typed: { number: string | null; date: string | null }): Registration | null {
  const number = (typed.number ?? "").trim();
  const date = (typed.date ?? "").trim();
  const day = date === "" ? null : parseDate(date);
  if (number !== "" && !/^[1-9]\d{0,4}$/.test(number)) return null;
  if (date !== "" && day === null) return null;
  return { number: number === "" ? null : Number(number), date: day };
}

/** Which version of the minutes is asked for, the first unless another is; null where what is typed is none. */
export function versionIn(typed: string | null): number | null {
  const text = (typed ?? "1").trim();
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}

/** Where a version of a visit's minutes is, as Word: the first at the address itself. */
export const minutesAddress = (visitId: string, version: number): string =>
  `/audits/${visitId}/minutes.docx${version === 1 ? "" : `?version=${version}`}`;

/** Where minutes are, as Word, that came after those that stand: by the receipt under which they are kept. */
export const keptAddress = (visitId: string, receiptNo: string): string =>
  `/audits/${visitId}/minutes.docx?kept=${receiptNo}`;

/** The papers of a visit that this viewer may take now; the minutes with everything that was added to them. */
export function visitPapers(
  viewer: Viewer,
  visit: { id: string; final: boolean; versions?: readonly number[] },
): PaperLink[] {
  if (!may(viewer, "papers.visit")) return [];
  const minutes = minutesAddress(visit.id, 1);
  if (!visit.final) return mayReadDraft(viewer) ? [{ kind: "draft", href: minutes }] : [];
  const added = (visit.versions ?? []).filter((version) => version > 1);
  return [
    { kind: "minutes", href: minutes },
    ...added.map((version) => ({
      kind: "amendment" as const,
      href: minutesAddress(visit.id, version),
      number: version - 1,
    })),
    { kind: "notice", href: `/audits/${visit.id}/notice.docx` },
  ];
}

/** The papers of a year. A year that has not begun has a plan, and nothing to report. */
export function yearPapers(
  viewer: Viewer,
  year: number,
  today: PlainDate,
  programmes: readonly { year: number }[],
): PaperLink[] {
  if (!may(viewer, "papers.year")) return [];
  return [
    ...(programmes.some((each) => each.year === year)
      ? [{ kind: "plan" as const, href: `/reports/${year}/plan.docx` }]
      : []),
    ...(reportDay(year, today) === null
      ? []
      : [
          { kind: "summary" as const, href: `/reports/${year}/summary.docx` },
          { kind: "issued" as const, href: `/reports/${year}` },
        ]),
  ];
}
