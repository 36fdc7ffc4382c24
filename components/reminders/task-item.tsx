import { useTranslations } from "next-intl";

import { formatDate } from "@/lib/kernel/format";
import { daysBetween, type PlainDate } from "@/lib/kernel/plain-date";
import { shownTask } from "@/lib/reminders/labels";
import { timingOf } from "@/lib/reminders/rules";
import type { Task } from "@/lib/reminders/types";

function Due({ task, today }: { task: Task; today: PlainDate }) {
  const words = useTranslations("reminders");
  const timing = timingOf(task, today);
  if (task.dueOn === null || timing === "undated") return null;
  const values = { days: Math.abs(daysBetween(today, task.dueOn)), date: formatDate(task.dueOn) };
  return <p className={timing === "overdue" ? "small late" : "small"}>{words(`timing.${timing}`, values)}</p>;
}

export type TaskItemProps = { task: Task; agencyCode: string; today: PlainDate; first: boolean };

/** One thing to do: what, why, until when, and one button that says the act. */
export function TaskItem({ task, agencyCode, today, first }: TaskItemProps) {
  const words = useTranslations();
  const { title, why, act, href } = shownTask((key, values) => words(key, values), task, agencyCode);
  return (
    <li className="desk-task">
      <div>
        <h3>{title}</h3>
        <p className="soft small">{why}</p>
        <Due task={task} today={today} />
      </div>
      <a className={first ? "button" : "button second"} href={href}>
        {act}
        <span className="visually-hidden">: {title}</span>
      </a>
    </li>
  );
}
