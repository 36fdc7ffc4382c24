import { HandsLine } from "@/components/field/group-hands";
import { DifferingNote, HandOver, type HandOverProps } from "@/components/field/hand-over";
import { placeOf } from "@/components/field/route";
import { QuestionSearch } from "@/components/field/question-search";
import {
  groupOf,
  groupsOf,
  nextUnanswered,
  progress,
  rechecksOf,
  unansweredOf,
} from "@/components/field/sheets";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { findingsLeft } from "@/lib/visits/rechecks/rules";
import type { Group } from "@/lib/checklists/types";
import { fill } from "@/lib/kernel/fill";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { handsOf } from "@/lib/offline/hands";
import type { Held } from "@/lib/offline/types";

export type VisitViewProps = HandOverProps & { day: PlainDate };

/** What is left of earlier visits comes first: each finding with what was seen of it today. */
function OpenBefore({ visit, held, words }: Pick<VisitViewProps, "visit" | "held" | "words">) {
  const rechecks = rechecksOf(visit, held);
  const { length } = visit.openBefore;
  return (
    <section className="stack">
      <h2>{words.field.openBefore}</h2>
      {length === 0 && <p className="soft">{words.field.noneBefore}</p>}
      <ul className="plain">
        {visit.openBefore.map(({ id, questionCode, evidence, scope, severity, dueOn }) => {
          const outcome = rechecks[id]?.outcome;
          return (
            <li className="answer-line" key={id}>
              <span>
                {questionCode}. {evidence} <span className="soft">({scope})</span>
              </span>{" "}
              <span className="soft">
                {outcome ? words.findings.recheck[outcome] : words.findings.severity[severity]}
                {dueOn && ` · ${fill(words.audits.dueOn, { date: formatDate(dueOn) })}`}
              </span>
            </li>
          );
        })}
      </ul>
      {length > 0 && (
        <a className="task" href={placeOf(visit.id, "before")}>
          <span>{words.field.recheckTask}</span>{" "}
          <span className="soft">
            {fill(words.field.recheckProgress, {
              done: length - findingsLeft(visit.openBefore, rechecks).length,
              total: length,
            })}
          </span>
        </a>
      )}
    </section>
  );
}

function AboutAgency({ visit, words }: { visit: PackedVisit; words: Words["field"] }) {
  return (
    <>
      <details>
        <summary>{words.facts}</summary>
        <dl className="summary-list">
          {visit.facts.map(({ name, text }) => (
            <div key={name}>
              <dt>{words.fact[name]}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
      <details>
        <summary>{words.documents}</summary>
        <ul className="plain">
          {visit.documents.map(({ code, title, state }) => (
            <li className="answer-line" key={title}>
              <span>
                {code} {title}
              </span>{" "}
              <span className="soft">{words.documentState[state]}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

type GroupTaskProps = { visit: PackedVisit; group: Group; held: Held; words: Words };

/** A group, how far it is, and who is at it: its name leads to its beginning, its count to the first question that is left. */
function GroupTask({ visit, group: { code, title }, held, words }: GroupTaskProps) {
  const [open] = unansweredOf(visit, held, code);
  const { field } = words;
  const count = fill(field.progress, progress(visit, held, code));
  return (
    <li className="group-task">
      <a className="task" href={placeOf(visit.id, code)}>{`${code}. ${title}`}</a>
      {open ? (
        <a className="left-count" href={placeOf(visit.id, code, open)}>
          {count}
          <span className="visually-hidden">{fill(field.toQuestion, { code: open })}</span>
        </a>
      ) : (
        <span className="left-count">{count}</span>
      )}
      {visit.team.length > 1 && <HandsLine hands={handsOf(visit, held, code)} words={words} />}
    </li>
  );
}

/** A visit on the device: what is left of last time, what is known of the agency, then what to audit. */
export function VisitView({ visit, pack, held, store, day, words }: VisitViewProps) {
  const minutes = held.items.find((item) => item.visitId === visit.id && item.subject === "minutes");
  const { done, total } = progress(visit, held, null);
  const open = nextUnanswered(visit, held, null);
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href="#/">‹ {words.field.home}</a>
        </p>
        <h1 tabIndex={-1}>{fill(words.field.visit, { agency: visit.agencyName })}</h1>
        <p className="soft">
          {fill(words.field.when, { date: formatDate(visit.plannedOn), designation: visit.designation })}
        </p>
        {open && (
          <a className="button" href={placeOf(visit.id, groupOf(visit, open), open)}>
            {fill(words.field.nextOpen, { count: total - done })}
          </a>
        )}
      </div>
      <DifferingNote visit={visit} held={held} store={store} words={words} />
      <OpenBefore visit={visit} held={held} words={words} />
      <AboutAgency visit={visit} words={words.field} />
      {day < visit.plannedOn && (
        <p className="notice watch">
          {fill(words.field.early, { date: formatDate(visit.plannedOn), today: formatDate(day) })}
        </p>
      )}
      <section className="stack">
        <h2>{words.field.sections}</h2>
        <QuestionSearch visit={visit} held={held} words={words} />
        <ul className="plain tasks">
          {groupsOf(visit).map((group) => (
            <GroupTask key={group.code} visit={visit} group={group} held={held} words={words} />
          ))}
        </ul>
        <HandOver visit={visit} pack={pack} store={store} words={words} />{" "}
        <a className={minutes || open ? "button second" : "button"} href={placeOf(visit.id, "check")}>
          {words.field.toCheck}
        </a>
      </section>
    </div>
  );
}
