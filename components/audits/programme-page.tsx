import { useTranslations } from "next-intl";

import { VisitTable } from "@/components/audits/visit-table";
import type { VisitLine } from "@/lib/audits/types";

export type ProgrammePageProps = {
  visits: readonly VisitLine[];
  year: number | null;
  years: readonly number[];
};

/** The year's programme: how far it has come, then every visit. Without a year, the visits of one agency. */
export function ProgrammePage({ visits, year, years }: ProgrammePageProps) {
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
        {years.map((each) => (
          <a key={each} href={`/audits?year=${each}`} aria-current={each === year ? "page" : undefined}>
            {each}
          </a>
        ))}
      </nav>
      <VisitTable visits={visits} />
    </>
  );
}
