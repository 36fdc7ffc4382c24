import { useTranslations } from "next-intl";

import { RequiredList, type RequiredListProps } from "@/components/reminders/required-list";
import { Fold } from "@/components/ui/fold";
import { TaskItem } from "@/components/reminders/task-item";
import { personWithout } from "@/lib/appointments/staffing/rules";
import type { Staffing } from "@/lib/appointments/staffing/types";
import { notInPost } from "@/lib/identity/matrix";
import type { Office } from "@/lib/identity/types";
import { formatDate } from "@/lib/kernel/format";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { passed, timingOf } from "@/lib/reminders/rules";
import type { Desk, Task } from "@/lib/reminders/types";

/** So many things stand open on a phone; what comes after them has time. */
const shown = 5;

export type DeskPageProps = Omit<RequiredListProps, "year"> & {
  tasks: readonly Task[];
  desk: Desk;
  office: Office | null;
  /** Whose desk it is. */
  personId: string | null;
  staffing: Staffing | null;
  today: PlainDate;
};

/** Says to an officer that they hold no post of the agency, and to whoever decides that nobody else writes. */
function DeskNotice({
  desk,
  personId,
  staffing,
  today,
}: Pick<DeskPageProps, "desk" | "personId" | "staffing" | "today">) {
  const words = useTranslations("reminders");
  if (!staffing || desk === "nobody") return null;
  if (desk !== "officer") return staffing.writers === 0 && <p className="notice">{words("alone")}</p>;
  const without = personWithout(staffing.posts, personId, today);
  if (!without) return null;
  return (
    <p className="notice watch">
      {without.from ? words("withoutPost", { date: formatDate(without.from) }) : words("neverPost")}
    </p>
  );
}

type TaskListProps = Pick<DeskPageProps, "agency" | "tasks" | "today"> & { first: Task | undefined };

const TaskList = ({ agency, tasks, today, first }: TaskListProps) => (
  <ul className="plain">
    {tasks.map((task) => (
      <TaskItem
        key={JSON.stringify(task)}
        task={task}
        agencyCode={agency.code}
        today={today}
        first={task === first}
      />
    ))}
  </ul>
);

/** What the agency has to do today, and how its required documents stand. */
export function DeskPage(props: DeskPageProps) {
  const { agency, set, policy, tasks, desk, office, mayDraft, today } = props;
  const words = useTranslations("reminders");
  const problems = useTranslations("problems");
  const owner = notInPost(office);
  const overdue = tasks.filter((task) => timingOf(task, today) === "overdue").length;
  const lists = [
    { title: words(`passed.${desk}`), tasks: tasks.filter(passed) },
    { title: words("title"), tasks: tasks.filter((task) => !passed(task)) },
  ].filter((list) => list.tasks.length > 0);
  return (
    <div className="stack">
      <p className="soft">{agency.name}</p>
      <h1>{desk === "nobody" ? words("noOffice") : words("sentence", { count: tasks.length, overdue })}</h1>
      <div className="desk">
        <div className="stack">
          <DeskNotice {...props} />
          {(desk === "nobody" || office?.head === null) && (
            <p className="notice watch">{problems(owner.code, owner.values ?? {})}</p>
          )}
          {desk !== "nobody" && tasks.length === 0 && (
            <section className="stack">
              <h2>{words("title")}</h2>
              <p>{words("nothing")}</p>
            </section>
          )}
          {lists.map((list) => (
            <section className="stack" key={list.title}>
              <h2>{list.title}</h2>
              <TaskList {...{ agency, today }} tasks={list.tasks.slice(0, shown)} first={tasks[0]} />
              {list.tasks.length > shown && (
                <Fold label={words("later", { n: list.tasks.length - shown })}>
                  <TaskList {...{ agency, today }} tasks={list.tasks.slice(shown)} first={tasks[0]} />
                </Fold>
              )}
            </section>
          ))}
        </div>
        <RequiredList {...{ agency, set, policy, mayDraft }} year={yearOf(today)} />
      </div>
    </div>
  );
}
