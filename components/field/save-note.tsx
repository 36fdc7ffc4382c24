import { useSyncExternalStore } from "react";

import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { Saving, type Unsaved } from "@/lib/offline/saving";

const nothing = new Saving();

/** What is not on the device now, watched. */
export function useUnsaved(saving: Saving | undefined): ReadonlyMap<string, Unsaved> {
  const watched = saving ?? nothing;
  return useSyncExternalStore(watched.watch, () => watched.unsaved);
}

export type SaveNoteProps = {
  saving: Saving;
  /** Key of the thing that is written. */
  at: string;
  /** The thing in words, within a sentence: "câu B.1". */
  what: string;
  words: Words["field"]["save"];
};

/** At the thing itself, in red: that it could not be written, why, and what to do. Nothing where all is well. */
export function SaveNote({ saving, at, what, words }: SaveNoteProps) {
  const failure = useUnsaved(saving).get(at)?.failure;
  if (!failure) return null;
  return (
    <div className="notice bad save-note" role="alert">
      <p>{fill(words[failure], { what })}</p>
      <button type="button" className="button second" onClick={() => void saving.retry(at)}>
        {words.again}
      </button>
    </div>
  );
}
