import { useTranslations } from "next-intl";

import { VisitTable } from "@/components/audits/visit-table";
import { PaperLinks } from "@/components/reports/paper-links";
import type { VisitLine } from "@/lib/visits/types";
import type { PaperLink, SignatoryChoice } from "@/lib/reports/types";

export type ProgrammePageProps = {
  visits: readonly VisitLine[];
  year: number | null;
  programmes: readonly { year: number; draft: boolean }[];
  /** The year that is planned next; null for those who do not plan. */
  nextYear: number | null;
  papers: readonly PaperLink[];
  signatories: readonly SignatoryChoice[];
};

/** To the plans and calendars of the years, for those who may see them. */
function Plans({ year, programmes, nextYear }: Pick<ProgrammePageProps, "year" | "programmes" | "nextYear">) {
  const words = useTranslations("programme");
  const approved = programmes.some((each) => each.year === year && !each.draft);
  const next = programmes.find((each) => each.year === nextYear);
  return (
    <p className="row no-print">
      {year !== null && approved && (
        <a href={`/audits/programmes/${year}/calendar`}>{words("toCalendar", { year })}</a>
      )}
      {nextYear !== null && year !== null && approved && (
        <a href={`/audits/programmes/${year}/plan`}>{words("toPlan", { year })}</a>
      )}
      {nextYear !== null && year !== nextYear && (
        <a href={`/audits/programmes/${nextYear}/plan`}>
          {words(next ? (next.draft ? "toDraft" : "toPlan") : "toNew", { year: nextYear })}
        </a>
      )}
    </p>
  );
}

/** The year's programme: how far it has come, then every visit. Without a year, the visits of one agency. */
export function ProgrammePage({
  visits,
  year,
  programmes,
  nextYear,
  papers,
  signatories,
}: ProgrammePageProps) {
  const words = useTranslations("audits");
  const done = visits.filter((visit) => visit.state === "final").length;
  return (
    <>
      <h1>
        {year === null
          ? words("listSentence", { count: visits.length })
          : words("programmeSentence", { done, planned: visits.length, year })}
      </h1>
      <nav className="row no-print" aria-label={words("years")}>
        {programmes
          .filter(({ draft }) => !draft)
          .map(({ year: each }) => (
            <a key={each} href={`/audits?year=${each}`} aria-current={each === year ? "page" : undefined}>
              {each}
            </a>
          ))}
      </nav>
      <Plans year={year} programmes={programmes} nextYear={nextYear} />
      <PaperLinks papers={papers} signatories={signatories} />
      <VisitTable visits={visits} />
    </>
  );
}
