import { ChoiceWithNote } from "@/components/field/choice-with-note";
import { RecheckConflict } from "@/components/field/conflict-note";
import { placeOf } from "@/components/field/route";
import { groupsOf, rechecksOf } from "@/components/field/sheets";
import { SaveNote } from "@/components/field/save-note";
import { useTyped } from "@/components/field/use-typed";
import { fill, type Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/audits/field/types";
import { findingsLeft } from "@/lib/audits/rechecks/rules";
import type { VisitFinding } from "@/lib/audits/types";
import { recheckOutcomes } from "@/lib/findings/rechecks/types";
import { formatDate } from "@/lib/kernel/format";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, RecheckDraft } from "@/lib/offline/types";

export type BeforeViewProps = { visit: PackedVisit; held: Held; store: FieldStore; words: Words };

type EarlierProps = {
  finding: VisitFinding;
  draft: RecheckDraft | undefined;
  words: Words;
  changed: (draft: RecheckDraft) => void;
};

/** One earlier finding: what it was, and what is seen of it now. */
function Earlier({ finding, draft, words, changed }: EarlierProps) {
  const { id, questionCode, evidence, scope, requirement, severity, dueOn } = finding;
  const note = draft?.note ?? "";
  return (
    <fieldset className="field sheet-question" id={`finding-${id}`}>
      <legend>
        {questionCode} {evidence}
      </legend>
      <span className="hint">
        {scope}. {fill(words.field.requirement, { basis: requirement })} {words.findings.severity[severity]}
        {dueOn && `, ${formatDate(dueOn)}`}.
      </span>
      <ChoiceWithNote
        kind="recheck"
        name={id}
        outcomes={recheckOutcomes}
        labels={words.findings.recheck}
        chosen={draft?.outcome}
        note={note}
        noteLabel={words.field.recheckNote}
        noteFor={fill(words.field.recheckNoteFor, { code: questionCode })}
        choose={(outcome) => {
          changed({ outcome, note });
        }}
        write={(text) => {
          changed({ outcome: draft?.outcome ?? null, note: text });
        }}
      />
    </fieldset>
  );
}

const draftsOf = (visit: PackedVisit, held: Held): Record<string, RecheckDraft> =>
  Object.fromEntries(
    held.rechecks
      .filter(({ visitId }) => visitId === visit.id)
      .map(({ findingId, outcome, note }) => [findingId, { outcome, note }]),
  );

/** Findings of earlier visits come first: corrected, partly, not. What is chosen is on the device before the finger is up. */
export function BeforeView({ visit, held, store, words }: BeforeViewProps) {
  const { shown, change } = useTyped(draftsOf(visit, held), {
    saving: store.saving,
    scope: `recheck ${visit.id}`,
    record: (finding, draft) => store.recheck(visit.id, finding, draft),
  });
  const total = visit.openBefore.length;
  const done = total - findingsLeft(visit.openBefore, rechecksOf(visit, held)).length;
  const first = groupsOf(visit)[0]?.code ?? "check";
  return (
    <div className="stack sheet-page">
      <p className="soft small">{fill(words.field.recheckProgress, { done, total })}</p>
      <h1 tabIndex={-1}>{words.field.recheckTask}</h1>
      <p>{words.field.recheckIntro}</p>
      <div className="sheet">
        {visit.openBefore.map((finding) => (
          <div className="stack" key={finding.id}>
            <RecheckConflict finding={finding} visitId={visit.id} held={held} store={store} words={words} />
            <Earlier
              finding={finding}
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
      </div>
      <nav className="field-foot" aria-label={words.field.sections}>
        <a className="button second" href={placeOf(visit.id)}>
          {words.field.back}
        </a>
        <a className="button" href={placeOf(visit.id, first)}>
          {words.field.next}
        </a>
      </nav>
    </div>
  );
}
