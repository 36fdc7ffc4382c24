"use client";

import { useRouter } from "next/navigation";
import { useActionState, useMemo, useRef, type SubmitEvent } from "react";

import { useAutosave, type SaveState } from "@/components/audits/use-autosave";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction, FormState } from "@/lib/gate/types";

export type SheetQuestion = {
  code: string;
  text: string;
  hint: string;
  outcome: string | null;
  note: string;
  noteLabel: string;
  photos: { label: string; href: string };
};

export type SheetWords = {
  outcomes: readonly { value: string; label: string }[];
  note: string;
  next: string;
  back: string;
  idle: string;
  saving: string;
  saved: string;
  failed: string;
  offline: string;
  signedOut: string;
  conflict: string;
  keepMine: string;
};

export type SectionSheetProps = {
  visitId: string;
  groupCode: string;
  version: number;
  next: string;
  questions: readonly SheetQuestion[];
  action: FormAction;
  initial: FormState;
  words: SheetWords;
};

const fill = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

function statusText(state: SaveState, words: SheetWords): string {
  switch (state.kind) {
    case "idle":
      return words.idle;
    case "saving":
      return words.saving;
    case "saved":
      return fill(words.saved, state);
    case "failed":
      return fill(words.failed, { reason: state.reason });
    case "conflict":
      return fill(words.conflict, { name: state.savedBy, time: state.savedAt });
  }
}

type Stored = Readonly<Record<string, string>> | null;

function Question({
  question,
  typed,
  stored,
  words,
}: {
  question: SheetQuestion;
  typed: FormState["values"];
  stored: Stored;
  words: SheetWords;
}) {
  const { code, text, hint, note, noteLabel, photos } = question;
  const chosen = typed[`outcome.${code}`] ?? question.outcome;
  const label = (value: string | undefined) =>
    words.outcomes.find((each) => each.value === value)?.label ?? "–";
  return (
    <fieldset className="field sheet-question" id={`question-${code.replace(".", "-")}`}>
      <legend>
        {code} {text}
      </legend>
      <span className="hint">{hint}</span>
      {words.outcomes.map(({ value, label: name }) => (
        <label className={`option outcome-${value}`} key={`${value} ${String(chosen === value)}`}>
          <input type="radio" name={`outcome.${code}`} value={value} defaultChecked={chosen === value} />
          <span>{name}</span>
        </label>
      ))}
      <label className="sheet-note">
        <span aria-hidden="true">{words.note}</span>
        <span className="visually-hidden">{noteLabel}</span>
        <TextArea
          className="input"
          name={`note.${code}`}
          rows={2}
          maxLength={4000}
          defaultValue={String(typed[`note.${code}`] ?? note)}
        />
      </label>
      <a className="sheet-photos" href={photos.href}>
        {photos.label} <span className="visually-hidden">{code}</span>
      </a>
      {stored && stored[`outcome.${code}`] !== undefined && (
        <div className="stored">
          {label(stored[`outcome.${code}`])}. {stored[`note.${code}`]}
        </div>
      )}
    </fieldset>
  );
}

/**
 * The questions of one clause group. With JavaScript each tap is saved at once and the line below says so; without it the
 * buttons save. Somebody else's text is shown beside one's own, never overwritten unseen.
 */
export function SectionSheet({
  visitId,
  groupCode,
  version: first,
  next,
  questions,
  action,
  initial,
  words,
}: SectionSheetProps) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const [sent, send, pending] = useActionState(action, initial);
  const reasons = useMemo(
    () => ({ offline: words.offline, signedOut: words.signedOut }),
    [words.offline, words.signedOut],
  );
  const { state, version, changed, keepMine, flush } = useAutosave(form, visitId, groupCode, first, reasons);
  /** With scripts, the same request that saves a tap saves the last one, and only then the page is left. */
  const leave = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const button = event.nativeEvent instanceof globalThis.SubmitEvent ? event.nativeEvent.submitter : null;
    const to = button?.getAttribute("value") ?? "";
    const { kind } = await flush();
    if (kind === "saved") router.push(`/audits/${visitId}${to && `/${to}`}`);
  };
  const stored = state.kind === "conflict" ? state.current : (sent.conflict?.current ?? null);
  return (
    <form
      ref={form}
      action={send}
      onInput={changed}
      onSubmit={(event) => void leave(event)}
      className="sheet"
    >
      <input type="hidden" name="visitId" value={visitId} />
      <input type="hidden" name="groupCode" value={groupCode} />
      <input type="hidden" name="version" value={stored?.["version"] ?? version} />
      {sent.problems.length > 0 && (
        <div className="notice bad" role="alert">
          {sent.problems.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      {questions.map((question) => (
        <Question key={question.code} question={question} typed={sent.values} stored={stored} words={words} />
      ))}
      <div className="sheet-foot">
        <p
          className={
            state.kind === "failed" || state.kind === "conflict" ? "sheet-status late-status" : "sheet-status"
          }
          role="status"
        >
          {statusText(state, words)}
          {state.kind === "conflict" && (
            <button type="button" className="link-button" onClick={() => keepMine(state.current)}>
              {words.keepMine}
            </button>
          )}
        </p>
        <div className="sheet-buttons">
          <button className="button second" name="to" value="" aria-disabled={pending}>
            {words.back}
          </button>
          <button className="button" name="to" value={next} aria-disabled={pending}>
            {words.next}
          </button>
        </div>
      </div>
    </form>
  );
}
