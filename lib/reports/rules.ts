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

/** The papers of a visit that this viewer may take now. */
export function visitPapers(viewer: Viewer, visit: { id: string; final: boolean }): PaperLink[] {
  if (!may(viewer, "papers.visit")) return [];
  const minutes = `/audits/${visit.id}/minutes.docx`;
  if (!visit.final) return mayReadDraft(viewer) ? [{ kind: "draft", href: minutes }] : [];
  return [
    { kind: "minutes", href: minutes },
    { kind: "notice", href: `/audits/${visit.id}/notice.docx` },
  ];
}

/** The papers of a year. A year that has not begun has a plan, and nothing to report. */
export function yearPapers(viewer: Viewer, year: number, today: PlainDate): PaperLink[] {
  if (!may(viewer, "papers.year")) return [];
  return [
    { kind: "plan", href: `/reports/${year}/plan.docx` },
    ...(reportDay(year, today) === null
      ? []
      : [
          { kind: "summary" as const, href: `/reports/${year}/summary.docx` },
          { kind: "issued" as const, href: `/reports/${year}` },
        ]),
  ];
}
