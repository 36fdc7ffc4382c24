import { useMemo } from "react";

import { ConflictNote } from "@/components/field/conflict-note";
import { GroupHands } from "@/components/field/group-hands";
import { GroupRail } from "@/components/field/group-rail";
import { QuestionView } from "@/components/field/question-view";
import { RestKey } from "@/components/field/rest-key";
import { RestNotice } from "@/components/field/rest-notice";
import { placeOf } from "@/components/field/route";
import {
  answersOf,
  asked,
  groupOf,
  groupsOf,
  nextUnanswered,
  progress,
  togetherOf,
} from "@/components/field/sheets";
import type { RestActs } from "@/components/field/use-rest";
import { useTyped } from "@/components/field/use-typed";
import { useWide } from "@/components/field/use-wide";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { Group } from "@/lib/checklists/types";
import { fill } from "@/lib/kernel/fill";
import type { FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";

export type GroupViewProps = {
  visit: PackedVisit;
  group: Group;
  held: Held;
  store: FieldStore;
  rest: RestActs;
  words: Words;
};

type FootProps = { visit: PackedVisit; held: Held; here: string; before: string; next: string; words: Words };

/** The ways on, within the thumb's reach: the group before, the next question that has no answer, the group behind. */
function Foot({ visit, held, here, before, next, words }: FootProps) {
  const { done, total } = progress(visit, held, null);
  const open = nextUnanswered(visit, held, here);
  const { field } = words;
  return (
    <nav className="field-foot" aria-label={field.ways}>
      <a className="button second" href={placeOf(visit.id, before)}>
        <span aria-hidden="true">‹ {before.length === 1 && before}</span>
        <span className="visually-hidden">
          {before === ""
            ? field.back
            : before === "before"
              ? field.recheckTask
              : `${field.before}: ${before}`}
        </span>
      </a>
      {open ? (
        <a className="button" href={placeOf(visit.id, groupOf(visit, open), open)}>
          {fill(field.nextOpen, { count: total - done })}
        </a>
      ) : (
        <a className="button" href={placeOf(visit.id, "check")}>
          {field.toCheck}
        </a>
      )}{" "}
      <a className="button second" href={placeOf(visit.id, next)}>
        <span className="visually-hidden">{next === "check" ? field.check : `${field.next}: ${next}`}</span>{" "}
        <span aria-hidden="true">{next !== "check" && next} ›</span>
      </a>
    </nav>
  );
}

/** One clause group a screen. What is chosen or typed is on the device before the finger is up. */
export function GroupView({ visit, group, held, store, rest, words }: GroupViewProps) {
  const questions = useMemo(
    () => asked(visit).filter((each) => each.groupCode === group.code),
    [visit, group],
  );
  const wide = useWide();
  const groups = groupsOf(visit);
  const place = groups.findIndex((each) => each.code === group.code);
  const { done, total } = progress(visit, held, null);
  const { shown, change } = useTyped(answersOf(visit, held, group.code), {
    saving: store.saving,
    scope: `answer ${visit.id}`,
    record: (code, answer) => store.record(visit.id, group.code, code, answer),
  });
  const together = togetherOf(visit.id, held, group.code);
  const theirs = (code: string): string | null => (together?.theirs.includes(code) ? together.name : null);
  const next = groups[place + 1]?.code ?? "check";
  const passed =
    rest.last?.visitId === visit.id && rest.last.groupCode === groups[place - 1]?.code ? rest.last : null;
  const before = groups[place - 1]?.code ?? (visit.openBefore.length > 0 ? "before" : "");
  return (
    <div className="sheet-page recording section-page">
      {wide && <GroupRail visit={visit} held={held} here={group.code} words={words.field} />}
      <div className="section-sheet">
        <p className="section-place">
          <a href={placeOf(visit.id)}>‹ {visit.agencyName}</a>{" "}
          <span className="soft small">
            {fill(words.field.section, { n: place + 1, all: groups.length, done, total })}
          </span>
        </p>
        <progress
          className="sheet-progress"
          max={total}
          value={done}
          aria-label={fill(words.field.progress, { done, total })}
        />
        <h1 tabIndex={-1}>{`${group.code}. ${group.title}`}</h1>
        <GroupHands visit={visit} groupCode={group.code} held={held} store={store} words={words} />
        {passed && <RestNotice together={passed} acts={rest} words={words.field} />}
        <ConflictNote visitId={visit.id} groupCode={group.code} held={held} store={store} words={words} />
        {questions.map((question) => (
          <QuestionView
            key={question.code}
            visit={visit}
            question={question}
            answer={shown[question.code]}
            theirs={theirs(question.code)}
            wide={wide}
            held={held}
            store={store}
            words={words}
            changed={(answer) => {
              change(question.code, answer);
            }}
          />
        ))}
        <RestKey
          visit={visit}
          groupCode={group.code}
          shown={shown}
          next={next}
          held={held}
          acts={rest}
          words={words}
        />
        <Foot visit={visit} held={held} here={group.code} before={before} next={next} words={words} />
      </div>
    </div>
  );
}
