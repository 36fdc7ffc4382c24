import { Fragment, useState } from "react";
import { flushSync } from "react-dom";

import { AttendanceFields } from "@/components/field/attendance-fields";
import { fieldId } from "@/components/field/field-id";
import { FontDoubtsLeft } from "@/components/field/font-doubts-left";
import { fontDoubtsOf } from "@/components/field/font-doubts";
import { FindingFields } from "@/components/field/finding-fields";
import { differingOf } from "@/components/field/hand-over";
import { HoursFields } from "@/components/field/hours-fields";
import { contentProblems } from "@/components/field/minutes";
import { NoteApart } from "@/components/field/note-apart";
import { leadTo, leftElsewhere, ProblemList } from "@/components/field/problem-list";
import { placeOf } from "@/components/field/route";
import { SaveNote, useUnsaved } from "@/components/field/save-note";
import { asked, collisionsOf, doubtfulOf, groupOf, groupsOf } from "@/components/field/sheets";
import { faultsOf, TextField } from "@/components/field/text-field";
import { draftKey, useMinutes, type AtMinutes } from "@/components/field/use-minutes";
import { unreadOf } from "@/components/field/unread-files";
import { useUnfoldedPrint } from "@/components/field/use-unfolded-print";
import { toldSaid } from "@/components/field/told";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { notesApart } from "@/lib/visits/minutes/rules";
import { noHours, type MinutesSheet } from "@/lib/visits/minutes/types";
import { findingsLeft } from "@/lib/visits/rechecks/rules";
import { questionsLeft } from "@/lib/checklists/rules";
import { fill } from "@/lib/kernel/fill";
import type { Held } from "@/lib/offline/types";

type CheckViewProps = AtMinutes & { words: Words };

type LeftProps = {
  visit: PackedVisit;
  sheet: MinutesSheet;
  held: Held;
  /** Questions at which a chosen file is no photograph. */
  unread: readonly string[];
  words: Words["field"];
};

function Left({ visit, sheet, held, unread, words }: LeftProps) {
  const left = questionsLeft(visit.checklist, visit.scope, sheet.answers);
  const earlier = findingsLeft(visit.openBefore, sheet.rechecks);
  const differing = differingOf(visit, held);
  const doubtful = doubtfulOf(visit, held);
  const collisions = collisionsOf(visit, held);
  const fonts = fontDoubtsOf(visit, held, sheet);
  if ([left, earlier, differing, doubtful, collisions, fonts, unread].every(({ length }) => length === 0))
    return <p className="notice good">{words.nothingLeft}</p>;
  return (
    <div className="notice watch" id={fieldId(leftElsewhere)} tabIndex={-1}>
      {left.length > 0 && <p>{fill(words.left, { count: left.length })}</p>}
      {collisions.map(({ by, codes, part }) => (
        <p key={`${by} ${codes.join()}`}>
          {part === null ? (
            fill(words.collision.theirs, { name: by, codes: codes.join(", ") })
          ) : (
            <a className="jump" href={placeOf(visit.id, part)}>
              {fill(words.collision.mine, { name: by, codes: codes.join(", ") })}
            </a>
          )}
        </p>
      ))}
      <ul className="plain">
        {doubtful.length > 0 && (
          <li>
            <a className="jump" href={placeOf(visit.id, (doubtful[0] ?? "").slice(0, 1), doubtful[0])}>
              {fill(words.doubt.left, { codes: doubtful.join(", ") })}
            </a>
          </li>
        )}
        {unread.map((code) => (
          <li key={code}>
            <a className="jump" href={placeOf(visit.id, groupOf(visit, code), code)}>
              {fill(words.photo.unreadLeft, { code })}
            </a>
          </li>
        ))}
        <FontDoubtsLeft visitId={visit.id} doubted={fonts} words={words} />
        {differing.length > 0 && (
          <li>
            <a className="jump" href={placeOf(visit.id)}>
              {fill(words.hand.differing, { count: differing.length })}
            </a>
          </li>
        )}
        {earlier.length > 0 && (
          <li>
            <a className="jump" href={placeOf(visit.id, "before")}>
              {fill(words.recheckLeft, { codes: earlier.map((each) => each.questionCode).join(", ") })}
            </a>
          </li>
        )}
        {groupsOf(visit).map(({ code }) => {
          const open = left.filter((question) => question.startsWith(`${code}.`));
          return open.length === 0 ? null : (
            <li key={code}>
              <a className="jump" href={placeOf(visit.id, code, open[0])}>
                {fill(words.leftIn, { group: code, count: open.length })}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type ApartProps = { at: AtMinutes; sheet: MinutesSheet; code: string; words: Words["field"] };

/** Where the note of a question differs from its finding: that it does, and both ways to mend it. */
function Apart({ at: { visit, store }, sheet, code, words }: ApartProps) {
  const apart = notesApart(sheet).find((each) => each.code === code);
  if (!apart) return null;
  const take = (): void => {
    const evidence = sheet.findings.find(({ questionCode }) => questionCode === code)?.evidence ?? "";
    const said = { outcome: sheet.answers[code]?.outcome ?? "not_checked", note: evidence };
    const keep = () => store.record(visit.id, groupOf(visit, code), code, said);
    void store.saving.save(`answer ${visit.id} ${code}`, said, keep);
  };
  return <NoteApart visitId={visit.id} apart={apart} store={store} words={words} take={take} />;
}

/** Minutes that the server would not take: what it says, until they are mended and sealed anew. */
function Refused({ visit, held, words }: { visit: PackedVisit; held: Held; words: Words }) {
  const item = held.items.findLast((each) => each.visitId === visit.id && each.subject === "minutes");
  return item?.standing.state === "refused" ? (
    <p className="notice bad">
      {fill(words.field.refusedTitle, { problem: toldSaid(item.standing, words.problems) })}
    </p>
  ) : null;
}

/** Preparing the minutes: what is left, the findings, hours and conclusion; then the device goes to who reads them. */
export function CheckView({ words, ...at }: CheckViewProps) {
  const { visit, day, held, store } = at;
  const { draft, sheet, change } = useMinutes(at);
  const [tried, setTried] = useState(false);
  const unread = unreadOf(visit.id, held, useUnsaved(store.saving)).map(({ questionCode }) => questionCode);
  const found = contentProblems(visit, sheet, day);
  const problems = tried ? found : [];
  const faults = faultsOf(problems, words);
  useUnfoldedPrint();
  const { field } = words;
  const texts = new Map(asked(visit).map((question) => [question.code, question]));
  return (
    <div className="stack-wide sheet-page">
      <div className="stack">
        <p>
          <a href={placeOf(visit.id)}>‹ {field.back}</a>
        </p>
        <h1 tabIndex={-1}>{field.minutes}</h1>
        <p>{field.minutesIntro}</p>
      </div>
      <Refused visit={visit} held={held} words={words} />
      <Left visit={visit} sheet={sheet} held={held} unread={[...new Set(unread)]} words={field} />
      <AttendanceFields
        visit={visit}
        draft={draft}
        faults={faults}
        words={words}
        changed={(said) => {
          change({ ...draft, ...said });
        }}
      />
      <section className="stack">
        <h2>{field.findings}</h2>
        {draft.findings.length === 0 && <p>{field.noFindings}</p>}
        {draft.findings.map((finding, index) => (
          <Fragment key={finding.questionCode}>
            <FindingFields
              visit={visit}
              question={texts.get(finding.questionCode)}
              finding={finding}
              findings={draft.findings}
              wanting={found.some((each) => each.field?.endsWith(`.${finding.questionCode}`))}
              faults={faults}
              words={words}
              changed={(next) => {
                change({ ...draft, findings: draft.findings.with(index, next) });
              }}
            />
            <Apart at={at} sheet={sheet} code={finding.questionCode} words={field} />
          </Fragment>
        ))}
        <HoursFields
          hours={draft.hours ?? noHours}
          plannedOn={visit.plannedOn}
          day={day}
          faults={faults}
          words={words}
          changed={(hours) => {
            change({ ...draft, hours });
          }}
        />
        <TextField
          name="conclusion"
          label={field.conclusion}
          fault={undefined}
          rows={4}
          maxLength={4000}
          value={draft.conclusion}
          ask={field.fontDoubt.ask}
          changed={(conclusion) => {
            change({ ...draft, conclusion });
          }}
        />
      </section>
      <SaveNote saving={store.saving} at={draftKey(visit)} what={field.save.draft} words={field.save} />
      <ProblemList problems={problems} words={words} />{" "}
      <a
        className="button"
        href={placeOf(visit.id, "read")}
        onClick={(event) => {
          if (found.length === 0) return;
          event.preventDefault();
          flushSync(() => {
            setTried(true);
          });
          leadTo(found);
        }}
      >
        {field.reading.title}
      </a>
    </div>
  );
}
