import { useSyncExternalStore, type SubmitEventHandler } from "react";

import { fillHere, type FormWords } from "@/components/ui/form-fields";
import { discarded, ofKept } from "@/lib/gate/types";

type Props = {
  keptAt: string;
  words: Pick<FormWords, "restored" | "discardKept">;
  send: (data: FormData) => void;
  submit: SubmitEventHandler<HTMLFormElement>;
};

const never = () => () => undefined;

/**
 * Says of which page and when the text is that a form begins with because a session had run out, and offers to discard it. It is a
 * form of its own: the Enter key in the other one never means this.
 */
export function KeptNote({ keptAt, words, send, submit }: Props) {
  const page = useSyncExternalStore(
    never,
    () => document.title,
    () => "",
  );
  return (
    <form action={send} onSubmit={submit} className="notice watch stack">
      {page && <strong>{page}</strong>}
      <p>{fillHere(words.restored, { at: keptAt })}</p>
      <p>
        <button className="button second" name={ofKept} value={discarded}>
          {words.discardKept}
        </button>
      </p>
    </form>
  );
}
