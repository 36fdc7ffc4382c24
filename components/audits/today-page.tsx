import { useTranslations } from "next-intl";

import { VisitTable } from "@/components/audits/visit-table";
import { TaskItem } from "@/components/reminders/task-item";
import type { VisitLine } from "@/lib/visits/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Task as FindingTask } from "@/lib/reminders/types";

const recentShown = 5;

function Task({ visit, first }: { visit: VisitLine; first: boolean }) {
  const words = useTranslations("audits");
  return (
    <li>
      <a className="task" href={`/audits/${visit.id}`}>
        <strong>{words("heading", { agency: visit.agencyName })}</strong>{" "}
        <span className={first ? "button" : "button second"}>
          {visit.state === "under_way" ? words("continue") : words("begin")}
        </span>
      </a>
    </li>
  );
}

export type TodayPageProps = {
  visits: readonly VisitLine[];
  /** What the findings of earlier visits ask of the team. */
  waiting: readonly FindingTask[];
  today: PlainDate;
};

/** What an inspector has to record today, what comes, and what is behind. */
export function TodayPage({ visits, waiting, today }: TodayPageProps) {
  const words = useTranslations("audits");
  const open = visits.filter((visit) => visit.state !== "final");
  const isDue = (visit: VisitLine): boolean => visit.plannedOn <= today || visit.state === "under_way";
  const due = open.filter(isDue);
  const coming = open.filter((visit) => !isDue(visit));
  const recent = visits
    .filter((visit) => visit.state === "final")
    .slice(-recentShown)
    .toReversed();
  return (
    <div className="stack-wide">
      <h1>{words("todaySentence", { count: due.length })}</h1>
      {visits.length === 0 && <p>{words("nothing")}</p>}
      <ul className="plain tasks">
        {due.map((visit, index) => (
          <Task key={visit.id} visit={visit} first={index === 0} />
        ))}
      </ul>
      <p className="no-print">
        <a href="/field">{words("openApp")}</a>
      </p>
      {waiting.length > 0 && (
        <section className="stack">
          <h2>{words("waitingTitle")}</h2>
          <ul className="plain">
            {waiting.map((task) => (
              <TaskItem key={JSON.stringify(task)} task={task} agencyCode="" today={today} first={false} />
            ))}
          </ul>
        </section>
      )}
      {coming.length > 0 && (
        <section className="stack">
          <h2>{words("upcoming")}</h2>
          <VisitTable visits={coming} />
        </section>
      )}
      {recent.length > 0 && (
        <section className="stack">
          <h2>{words("recent")}</h2>
          <VisitTable visits={recent} />
        </section>
      )}
    </div>
  );
}
