import { useTranslations } from "next-intl";

import { FindingsFollowed } from "@/components/dashboard/findings-followed";
import { Hero } from "@/components/dashboard/hero";
import { InTime } from "@/components/dashboard/in-time";
import { Kinds } from "@/components/dashboard/kinds";
import { Overdue } from "@/components/dashboard/overdue";
import { Tiles } from "@/components/dashboard/tiles";
import { Topics } from "@/components/dashboard/topics";
import { Years } from "@/components/dashboard/years";
import { PaperLinks } from "@/components/reports/paper-links";
import { AsOfForm } from "@/components/ui/as-of-form";
import type { Dashboard } from "@/lib/dashboard/types";
import type { AskedDay } from "@/lib/gate/types";
import { yearOf } from "@/lib/kernel/plain-date";
import type { PaperLink } from "@/lib/reports/types";

export type DashboardPageProps = {
  dashboard: Dashboard;
  asked: AskedDay;
  /** Does it show today? The list of findings knows no other day. */
  current: boolean;
  papers: readonly PaperLink[];
};

export function DashboardPage({ dashboard, asked, current, papers }: DashboardPageProps) {
  const words = useTranslations("dashboard");
  const { on, headline, visits } = dashboard;
  const year = yearOf(on);
  return (
    <>
      <AsOfForm asked={asked} action="/dashboard" />
      {headline.total === 0 ? (
        <h1>{words("noData", { first: "20/06/2006" })}</h1>
      ) : (
        <div className="stack-wide">
          <Hero
            headline={headline}
            definition={dashboard.definition}
            correctedOn={dashboard.years.findLast((point) => point.on === on)?.correctedOn ?? null}
            on={on}
          />
          <Overdue lines={dashboard.overdue} total={headline.overdue} on={on} />
          <InTime lines={dashboard.tiles} on={on} />
          <div className="no-print stack-wide">
            <Tiles lines={dashboard.tiles} on={on} />
            <div className="columns">
              <Kinds headline={headline} on={on} />
              <Topics topics={dashboard.topics} visited={dashboard.visited} on={on} />
            </div>
          </div>
          <FindingsFollowed figures={dashboard.findings} linked={current} />
          <section className="stack no-print">
            <h2>{words("visitsTitle", { year })}</h2>
            <p>
              {visits.planned === 0
                ? words("noVisits", { year })
                : words.rich("visitsSentence", {
                    ...visits,
                    link: (text) => <a href={`/audits?year=${year}`}>{text}</a>,
                  })}
            </p>
            <PaperLinks papers={papers} />
          </section>
          <div className="no-print">
            <Years years={dashboard.years} jumps={dashboard.jumps} />
          </div>
        </div>
      )}
    </>
  );
}
