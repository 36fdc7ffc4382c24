import { useEffect, useRef } from "react";

import type { RestActs, Together } from "@/components/field/use-rest";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";

export type RestNoticeProps = { together: Together; acts: RestActs; words: Words["field"] };

/** Says which questions were answered together, and takes them back. Where the key under the finger has gone, it takes the focus. */
export function RestNotice({ together, acts, words }: RestNoticeProps) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) notice.current?.focus({ preventScroll: true });
  }, [together]);
  const { groupCode: group, codes, state } = together;
  const values = { group, count: codes.length, codes: codes.join(", ") };
  const said = { done: words.restDone, undone: words.restUndone, failed: words.restFailed }[state];
  return (
    <div
      className={state === "failed" ? "notice bad rest-notice" : "notice good rest-notice"}
      role={state === "failed" ? "alert" : "status"}
      tabIndex={-1}
      ref={notice}
    >
      <span>{fill(said, values)}</span>
      {state !== "undone" && codes.length > 0 && (
        <button type="button" className="link-button" onClick={() => void acts.undo(together)}>
          {words.undo}
        </button>
      )}
    </div>
  );
}
