import { useState } from "react";

import { ChoiceRow } from "@/components/field/choice-row";
import { RecheckConflict } from "@/components/field/conflict-note";
import { NoteField } from "@/components/field/note-field";
import { phrasesFor } from "@/components/field/phrases";
import { placeOf } from "@/components/field/route";
import { draftsOf, groupsOf, rechecksOf } from "@/components/field/sheets";
import { SaveNote } from "@/components/field/save-note";
import { useTyped } from "@/components/field/use-typed";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { findingsLeft } from "@/lib/visits/rechecks/rules";
import type { VisitFinding } from "@/lib/visits/types";
import { recheckOutcomes } from "@/lib/findings/rechecks/types";
import { fill } from "@/lib/kernel/fill";
import { formatDate } from "@/lib/kernel/format";
import { requirementText } from "@/lib/legal/rules";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, RecheckDraft } from "@/lib/offline/types";

export type RecheckViewProps = { visit: PackedVisit; held: Held; store: FieldStore; words: Words };

type EarlierProps = {
  visit: PackedVisit;
  finding: VisitFinding;
  draft: RecheckDraft | undefined;
  held: Held;
  words: Words;
  changed: (draft: RecheckDraft) => void;
};

/** One earlier finding: what it was, and what is seen of it now; what is still left of it is asked where something is. */
function Earlier({ visit, finding, draft, held, words, changed }: EarlierProps) {
  const { id, questionCode, evidence, reference, scope, severity, raisedOn, dueOn } = finding;
  const [wanted, setWanted] = useState(false);
  const note = draft?.note ?? "";
  const left = draft?.outcome === "partly_corrected" || draft?.outcome === "not_corrected";
  const open = wanted || left || note !== "";
  return (
    <fieldset className="sheet-question" id={`finding-${id}`}>
      <legend>
        {questionCode} {evidence}
      </legend>
      <p className="known">
        {[reference, scope].filter(Boolean).join(" · ")}.{" "}
        {`${fill(words.field.requirement, { basis: requirementText(finding) })}. `}
        {words.findings.severity[severity]}
        {`. ${fill(words.audits.recheckRaised, { date: formatDate(raisedOn) })}`}
        {dueOn && `. ${fill(words.audits.dueOn, { date: formatDate(dueOn) })}`}.
      </p>
      <div className="choices">
        <ChoiceRow
          kind="recheck"
          name={id}
          outcomes={recheckOutcomes}
          labels={words.findings.recheck}
          chosen={draft?.outcome}
          choose={(outcome) => {
            changed({ outcome, note });
          }}
        />
        {!open && (
          <button
            type="button"
            className="choice more"
            onClick={() => {
              setWanted(true);
            }}
          >
            {words.field.more}
            <span className="visually-hidden">
              {fill(words.field.recheckNoteFor, { code: questionCode })}
            </span>
          </button>
        )}
      </div>
      {open && (
        <NoteField
          note={note}
          label={words.field.recheckNote}
          labelFor={fill(words.field.recheckNoteFor, { code: questionCode })}
          phrases={phrasesFor(visit, held, questionCode, note)}
          phrasesLabel={words.field.useAgain}
          ask={words.field.fontDoubt.ask}
          write={(text) => {
            setWanted(true);
            changed({ outcome: draft?.outcome ?? null, note: text });
          }}
        />
      )}
    </fieldset>
  );
}

/** Findings of earlier visits come first: corrected, partly, not. What is chosen is on the device before the finger is up. */
export function RecheckView({ visit, held, store, words }: RecheckViewProps) {
  const { shown, change } = useTyped(draftsOf(visit, held), {
    saving: store.saving,
    scope: `recheck ${visit.id}`,
    record: (finding, draft) => store.recheck(visit.id, finding, draft),
  });
  const total = visit.openBefore.length;
  const done = total - findingsLeft(visit.openBefore, rechecksOf(visit, held)).length;
  const first = groupsOf(visit)[0]?.code ?? "check";
  return (
    <div className="sheet-page recording">
      <p className="section-place">
        <a href={placeOf(visit.id)}>‹ {visit.agencyName}</a>{" "}
        <span className="soft small">{fill(words.field.recheckProgress, { done, total })}</span>
      </p>
      <h1 tabIndex={-1}>{words.field.recheckTask}</h1>
      <p className="soft">{words.field.recheckIntro}</p>
      {visit.openBefore.map((finding) => (
        <div className="stack" key={finding.id}>
          <RecheckConflict finding={finding} visitId={visit.id} held={held} store={store} words={words} />
          <Earlier
            visit={visit}
            finding={finding}
            held={held}
            draft={shown[finding.id]}
            words={words}
            changed={(draft) => {
              change(finding.id, draft);
            }}
          />
          <SaveNote
            saving={store.saving}
            at={`recheck ${visit.id} ${finding.id}`}
            what={fill(words.field.save.recheck, { code: finding.questionCode })}
            words={words.field.save}
          />
        </div>
      ))}
      <nav className="field-foot" aria-label={words.field.ways}>
        <a className="button second" href={placeOf(visit.id)}>
          <span aria-hidden="true">‹</span>
          <span className="visually-hidden">{words.field.back}</span>
        </a>{" "}
        <a className="button" href={placeOf(visit.id, first)}>
          {words.field.next}
        </a>
      </nav>
    </div>
  );
}
