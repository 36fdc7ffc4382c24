import { useTranslations } from "next-intl";

import { HandsLine } from "@/components/audits/group-hands";
import { Tag } from "@/components/ui/tag";
import { handsAt } from "@/lib/visits/groups/rules";
import type { VisitHands } from "@/lib/visits/groups/types";
import { isSettled, questionsOf } from "@/lib/checklists/rules";
import type { Group } from "@/lib/checklists/types";
import type { VisitRecord } from "@/lib/visits/types";

/** How many questions of a group apply, and how many are settled. */
export function progressOf(visit: VisitRecord, group: string | null): { done: number; total: number } {
  const asked = questionsOf(visit.checklist, visit.scope).filter(
    (question) => group === null || question.groupCode === group,
  );
  return {
    done: asked.filter((question) => isSettled(visit.answers[question.code])).length,
    total: asked.length,
  };
}

export type TaskListProps = { visit: VisitRecord; hands: VisitHands; now: Date };

function Task({ visit, group, hands, now }: TaskListProps & { group: Group }) {
  const words = useTranslations("audits");
  const { done, total } = progressOf(visit, group.code);
  if (total === 0) return null;
  const name = `${group.code}. ${group.title}`;
  return (
    <li>
      <a className="task" href={`/audits/${visit.id}/${group.code}`}>
        <span>
          {name} <span className="soft small">{words("progress", { done, total })}</span>{" "}
          {visit.team.length > 1 && <HandsLine hands={handsAt(hands, group.code)} now={now} />}
        </span>
        {done === total ? (
          <span>{words("doneTask")}</span>
        ) : (
          <Tag tone={done > 0 ? "watch" : "over"}>{done > 0 ? words("startedTask") : words("newTask")}</Tag>
        )}
      </a>
    </li>
  );
}

/** The clause groups as a list of tasks; what is done is plain, so that the eye goes to what is left. */
export function TaskList({ visit, hands, now }: TaskListProps) {
  return (
    <ul className="plain tasks">
      {visit.checklist.groups.map((group) => (
        <Task key={group.code} visit={visit} group={group} hands={hands} now={now} />
      ))}
    </ul>
  );
}
