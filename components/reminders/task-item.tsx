import { useTranslations } from "next-intl";

import type { PlainDate } from "@/lib/kernel/plain-date";
import { shownTask, whenOf } from "@/lib/reminders/labels";
import { timingOf } from "@/lib/reminders/rules";
import type { Task } from "@/lib/reminders/types";

function Due({ task, today }: { task: Task; today: PlainDate }) {
  const words = useTranslations();
  const when = whenOf((key, values) => words(key, values), task, today);
  return when && <p className={timingOf(task, today) === "overdue" ? "small late" : "small"}>{when}</p>;
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
