import { useState } from "react";

import { FindingFields } from "@/components/field/finding-fields";
import { HoursFields } from "@/components/field/hours-fields";
import { draftOf, dueFromDay, problemsOf, sealedText, sheetOf } from "@/components/field/minutes";
import { placeOf } from "@/components/field/route";
import { RepresentativeFields } from "@/components/field/representative-fields";
import { SaveNote } from "@/components/field/save-note";
import { asked, groupsOf } from "@/components/field/sheets";
import { fill, type Words } from "@/components/field/words";
import type { FieldPack, PackedVisit } from "@/lib/audits/field/types";
import { noHours, type MinutesSheet } from "@/lib/audits/minutes/types";
import { findingsLeft } from "@/lib/audits/rechecks/rules";
import { questionsLeft } from "@/lib/audits/rules";
import type { Problem } from "@/lib/kernel/problem";
import { formatInstant } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, MinutesDraft } from "@/lib/offline/types";

export type CheckViewProps = {
  visit: PackedVisit;
  pack: FieldPack;
  /** The day on this device: that of signing. */
  day: PlainDate;
  held: Held;
  store: FieldStore;
  words: Words;
};

function Left({ visit, sheet, words }: { visit: PackedVisit; sheet: MinutesSheet; words: Words["field"] }) {
  const left = questionsLeft(visit.checklist, visit.scope, sheet.answers);
  const earlier = findingsLeft(visit.openBefore, sheet.rechecks);
  if (left.length === 0 && earlier.length === 0) return <p className="notice good">{words.nothingLeft}</p>;
  return (
    <div className="notice watch">
      {left.length > 0 && <p>{fill(words.left, { count: left.length })}</p>}
      <ul className="plain">
        {earlier.length > 0 && (
          <li>
            <a className="jump" href={placeOf(visit.id, "before")}>
              {fill(words.recheckLeft, { codes: earlier.map((each) => each.questionCode).join(", ") })}
            </a>
          </li>
        )}
        {groupsOf(visit).map(({ code }) => {
          const count = left.filter((question) => question.startsWith(`${code}.`)).length;
          return count === 0 ? null : (
            <li key={code}>
              <a className="jump" href={placeOf(visit.id, code)}>
                {fill(words.leftIn, { group: code, count })}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Answers({ sheet, words }: { sheet: MinutesSheet; words: Words["field"] }) {
  const count = (outcome: string): number =>
    Object.values(sheet.answers).filter((answer) => answer.outcome === outcome).length;
  return (
    <p>
      {fill(words.minutesAnswers, {
        conforming: count("conforming"),
        partly: count("partly"),
        notConforming: count("not_conforming"),
        notApplicable: count("not_applicable"),
      })}
    </p>
  );
}

/** What was seen of earlier findings, read out with the rest. */
function Rechecks({ visit, sheet, words }: { visit: PackedVisit; sheet: MinutesSheet; words: Words }) {
  if (visit.openBefore.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words.field.recheckTask}</h2>
      <ul className="plain">
        {visit.openBefore.map(({ id, questionCode, evidence }) => {
          const recheck = sheet.rechecks[id];
          return (
            <li className="answer-line" key={id}>
              <span>
                {questionCode} {evidence}
                {recheck?.note && <span className="soft"> {recheck.note}</span>}
              </span>
              <span className="soft">
                {recheck ? words.findings.recheck[recheck.outcome] : words.field.recheckNone}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Problems({ problems, words }: { problems: readonly Problem[]; words: Words }) {
  if (problems.length === 0) return null;
  return (
    <div className="notice bad" role="alert">
      <strong>{words.field.mend}</strong>
      <ul>
        {problems.map(({ code, field, values }) => (
          <li key={`${code} ${field ?? ""}`}>
            {field?.includes(".") && `${field.slice(field.indexOf(".") + 1)}: `}
            {fill(words.problems[code], values ?? {})}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Finished({ visit, held, words }: { visit: PackedVisit; held: Held; words: Words["field"] }) {
  const item = held.items.find((each) => each.visitId === visit.id && each.subject === "minutes");
  if (item?.body.kind !== "minutes") return null;
  const { standing, body } = item;
  const refusal = standing.state === "refused" ? standing.problem : null;
  return (
    <div className={refusal ? "notice bad" : "notice good"}>
      <p>
        {standing.state === "sent"
          ? fill(words.finishedSent, { number: standing.receipt.number })
          : refusal
            ? fill(words.refusedTitle, { problem: refusal })
            : fill(words.finished, { time: formatInstant(new Date(item.recordedAt)) })}
      </p>
      <p className="small">
        {words.fingerprint}: <code>{body.fingerprint}</code>
      </p>
    </div>
  );
}

/** Reading the minutes to the agency, on the spot: what is left, the findings, what the agency says, then the seal. */
export function CheckView({ visit, pack, day, held, store, words }: CheckViewProps) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { saving } = store;
  const [draftKey, sealKey] = [`draft ${visit.id}`, `seal ${visit.id}`];
  const [typed, setDraft] = useState(
    () =>
      (saving.unsaved.get(draftKey)?.value as MinutesDraft | undefined) ?? draftOf(visit, held, pack, day),
  );
  const draft = dueFromDay(typed, pack, day);
  const sheet = sheetOf(visit, held, draft, day);
  const change = (next: MinutesDraft): void => {
    setDraft(next);
    void saving.save(draftKey, next, () => store.draft(next));
  };
  const finish = async (): Promise<void> => {
    const found = problemsOf(visit, sheet, day);
    setProblems(found);
    if (found.length > 0) return;
    const body = { kind: "minutes", ...(await sealedText(sheet)) } as const;
    await saving.save(sealKey, null, () => store.finish(visit.id, body), { asked: true });
  };
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
      <Finished visit={visit} held={held} words={field} />
      <Left visit={visit} sheet={sheet} words={field} />
      <Answers sheet={sheet} words={field} />
      <Rechecks visit={visit} sheet={sheet} words={words} />
      <section className="stack">
        <h2>{field.findings}</h2>
        {draft.findings.length === 0 && <p>{field.noFindings}</p>}
        {draft.findings.map((finding, index) => (
          <FindingFields
            key={finding.questionCode}
            visit={visit}
            question={texts.get(finding.questionCode)}
            finding={finding}
            words={words}
            changed={(next) => {
              change({ ...draft, findings: draft.findings.with(index, next) });
            }}
          />
        ))}
        <HoursFields
          hours={draft.hours ?? noHours}
          words={words}
          changed={(hours) => {
            change({ ...draft, hours });
          }}
        />
        <label className="field">
          <span>{field.conclusion}</span>
          <textarea
            className="input"
            rows={4}
            maxLength={4000}
            value={draft.conclusion}
            onChange={(event) => {
              change({ ...draft, conclusion: event.currentTarget.value });
            }}
          />
        </label>
      </section>
      <RepresentativeFields
        representative={draft.representative}
        words={words}
        changed={(representative) => {
          change({ ...draft, representative });
        }}
      />
      <Problems problems={problems} words={words} />
      <SaveNote saving={saving} at={draftKey} what={field.save.draft} words={field.save} />
      <SaveNote saving={saving} at={sealKey} what={field.save.seal} words={field.save} />
      <button type="button" className="button" onClick={() => void finish()}>
        {field.finish}
      </button>
    </div>
  );
}
