import { useUnsaved } from "@/components/field/save-note";
import type { Update } from "@/components/field/use-update";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { failed, type Saving } from "@/lib/offline/saving";

export type UpdateNoticeProps = {
  update: Update;
  superseded: boolean;
  saving: Saving | undefined;
  words: Words["field"]["update"];
};

/** Says that there is a newer edition of the app, and leaves it to the person when to take it. */
export function UpdateNotice({ update, superseded, saving, words }: UpdateNoticeProps) {
  const { waiting, replaced, take } = update;
  const count = failed(useUnsaved(saving));
  const lost = count > 0 && <p className="notice bad">{fill(words.unsaved, { count })}</p>;
  if (replaced || superseded)
    return (
      <div className="notice watch field-update" role="status">
        {lost || <p>{words.replaced}</p>}{" "}
        <button
          type="button"
          className="button"
          onClick={() => {
            location.reload();
          }}
        >
          {words.reload}
        </button>
      </div>
    );
  if (!waiting) return null;
  return (
    <div className="notice field-update" role="status">
      {lost || <p>{words.waiting}</p>}
      <button type="button" className="button second" onClick={() => void take()}>
        {words.take}
      </button>
    </div>
  );
}
