import type { Update } from "@/components/field/use-update";
import type { Words } from "@/components/field/words";

export type UpdateNoticeProps = { update: Update; superseded: boolean; words: Words["field"]["update"] };

/** Says that there is a newer edition of the app, and leaves it to the person when to take it. */
export function UpdateNotice({ update, superseded, words }: UpdateNoticeProps) {
  const { waiting, replaced, take } = update;
  if (replaced || superseded)
    return (
      <div className="notice watch field-update" role="status">
        <p>{words.replaced}</p>
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
      <p>{words.waiting}</p>
      <button type="button" className="button second" onClick={take}>
        {words.take}
      </button>
    </div>
  );
}
