import { useTranslations } from "next-intl";

import { RequiredList, type RequiredListProps } from "@/components/reminders/required-list";
import { TaskItem } from "@/components/reminders/task-item";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { timingOf } from "@/lib/reminders/rules";
import type { Task } from "@/lib/reminders/types";

export type DeskPageProps = Omit<RequiredListProps, "year"> & { tasks: readonly Task[]; today: PlainDate };

/** What the agency has to do today, and how its required documents stand. */
export function DeskPage({ agency, set, policy, tasks, today }: DeskPageProps) {
  const words = useTranslations("reminders");
  const overdue = tasks.filter((task) => timingOf(task, today) === "overdue").length;
  return (
    <div className="stack">
      <p className="soft">{agency.name}</p>
      <h1>{words("sentence", { count: tasks.length, overdue })}</h1>
      <div className="desk">
        <section className="stack">
          <h2>{words("title")}</h2>
          {tasks.length === 0 && <p>{words("nothing")}</p>}
          <ul className="plain">
            {tasks.map((task, index) => (
              <TaskItem
                key={JSON.stringify(task)}
                task={task}
                agencyCode={agency.code}
                today={today}
                first={index === 0}
              />
            ))}
          </ul>
        </section>
        <RequiredList agency={agency} set={set} policy={policy} year={yearOf(today)} />
      </div>
    </div>
  );
}
