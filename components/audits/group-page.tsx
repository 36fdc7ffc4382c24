import { getTranslations } from "next-intl/server";

import { EarlyNote } from "@/components/audits/early-note";
import { GroupSheet, type SheetQuestion, type SheetWords } from "@/components/audits/group-sheet";
import { progressOf } from "@/components/audits/task-list";
import { questionsOf } from "@/lib/checklists/rules";
import { outcomes, type Group } from "@/lib/checklists/types";
import type { VisitRecord } from "@/lib/visits/types";
import { drawnHere } from "@/lib/gate/drawn";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { FormAction, FormState } from "@/lib/gate/types";

export type GroupPageProps = {
  visit: VisitRecord;
  today: PlainDate;
  group: Group;
  action: FormAction;
  initial: FormState;
};

async function sheetWords(): Promise<SheetWords> {
  const words = await getTranslations("audits");
  return {
    drawn: await drawnHere(),
    outcomes: outcomes.map((value) => ({ value, label: words(`outcome.${value}`) })),
    note: words("note"),
    next: words("saveNext"),
    back: words("saveBack"),
    conflict: words.raw("conflict") as string,
  };
}

async function sheetQuestions(visit: VisitRecord, group: Group): Promise<SheetQuestion[]> {
  const words = await getTranslations("audits");
  return questionsOf(visit.checklist, visit.scope)
    .filter((question) => question.groupCode === group.code)
    .map(({ code, text, evidence, basis, clauses }) => {
      const before = visit.previous[code];
      const clause = clauses[visit.scope.editionId];
      const hint = words("evidenceHint", {
        evidence,
        basis: clause ? `${visit.designation}, ${clause}` : basis,
      });
      const answer = visit.answers[code];
      return {
        code,
        text,
        hint: before
          ? `${hint} ${words("previously", { outcome: words(`outcome.${before.outcome}`) })}`
          : hint,
        outcome: answer?.outcome ?? null,
        note: answer?.note ?? "",
        noteLabel: words("noteFor", { code }),
        photos: {
          label: words("photosOf", { count: visit.photos[code]?.length ?? 0 }),
          href: `/audits/${visit.id}/photos/${code}`,
        },
      };
    });
}

/** One clause group a page, with the way on within the thumb's reach. */
export async function GroupPage({ visit, today, group, action, initial }: GroupPageProps) {
  const words = await getTranslations("audits");
  const groups = visit.checklist.groups.filter((each) => progressOf(visit, each.code).total > 0);
  const index = groups.findIndex((each) => each.code === group.code);
  const { done, total } = progressOf(visit, null);
  const before = groups[index - 1];
  return (
    <div className="stack sheet-page">
      <p className="row-between small">
        <a href={`/audits/${visit.id}`}>‹ {visit.agencyName}</a>{" "}
        <span className="soft">
          {words("section", { n: index + 1, total: groups.length })} ·{" "}
          {words("sectionProgress", { done, all: total })}
        </span>
      </p>
      <progress
        className="sheet-progress"
        max={total}
        value={done}
        aria-label={words("sectionProgress", { done, all: total })}
      />
      <h1>{`${group.code}. ${group.title}`}</h1>
      <EarlyNote visit={visit} today={today} />
      <GroupSheet
        key={group.code}
        visitId={visit.id}
        groupCode={group.code}
        version={visit.sections[group.code]?.version ?? 0}
        next={groups[index + 1]?.code ?? "check"}
        questions={await sheetQuestions(visit, group)}
        action={action}
        initial={initial}
        words={await sheetWords()}
      />
      <nav className="row no-print" aria-label={words("jump")}>
        {before && <a href={`/audits/${visit.id}/${before.code}`}>{words("before")}</a>}
        {groups.map((each) => (
          <a
            key={each.code}
            className="jump"
            href={`/audits/${visit.id}/${each.code}`}
            aria-current={each.code === group.code ? "page" : undefined}
          >
            {each.code}
          </a>
        ))}
      </nav>
    </div>
  );
}
