"use client";

import {
  useActionState,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  useTransition,
  type SubmitEvent,
} from "react";

import { fileProblems } from "@/components/ui/chosen-files";
import { fillHere, type FormWords, type Trouble } from "@/components/ui/form-fields";
import { forgetHeld, heldHere, stepToCheck } from "@/components/ui/held-typing";
import { putAside, takeBack, type Carried } from "@/components/ui/put-aside";
import { recorded } from "@/components/ui/renewed";
import { ledToSignIn, sent } from "@/components/ui/trouble";
import { drawnOf, withMeant } from "@/lib/gate/rules";
import {
  lookedAt,
  ofKept,
  untouched,
  type FormAction,
  type FormState,
  type LookedAt,
} from "@/lib/gate/types";
import { isChosen } from "@/lib/kernel/file-size";

/** What a form shows: the last answer, or the trouble in place of one; and whether this page is the new edition of one left behind. */
export type Shown = FormState & { trouble?: Trouble | null; reopened?: boolean };

const carriedOf = ({ values, drawn }: Carried): Carried => ({ values, ...(drawn && { drawn }) });

/**
 * What a form holds, without what the framework wrote into the page for browsers without scripts, and without fields in which no
 * file was chosen: they would arrive as empty files.
 */
function contentOf(form: HTMLFormElement, pressed: HTMLElement | null = null): FormData {
  const data = new FormData();
  if (pressed instanceof HTMLButtonElement && pressed.name) data.append(pressed.name, pressed.value);
  for (const [name, value] of new FormData(form))
    if (!name.startsWith("$ACTION") && (typeof value === "string" || isChosen(value)))
      data.append(name, value);
  return data;
}

/**
 * Sends a form and keeps the page as it is until there is an answer: nothing that comes back instead of one takes the typed text or
 * a chosen file away. Without scripts the browser sends the same form itself (`send`).
 */
export function useSending(action: FormAction, initial: FormState, words: FormWords, asideUnder: string) {
  const [answered, send] = useActionState(action, initial);
  const [shown, show] = useState<Shown>(answered);
  const [edition, renew] = useState(0);
  const [pending, start] = useTransition();
  const sender = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const opened = setTimeout(() => {
      const carried = takeBack(asideUnder) ?? heldHere(asideUnder);
      if (!carried) return;
      // Fields that are drawn anew begin with what was carried; one that stands keeps the text it was drawn with.
      renew((drawn) => drawn + 1);
      show({ ...untouched, ...carriedOf(carried), reopened: true });
    });
    return () => {
      clearTimeout(opened);
    };
  }, [asideUnder]);

  const checked = shown.check ? shown : null;
  // Before anybody sees the check: Back, pressed at once, leads to the form already.
  useLayoutEffect(() => {
    if (checked) stepToCheck(asideUnder, carriedOf(checked));
  }, [asideUnder, checked]);

  const press = async (data: FormData, pressed: string): Promise<void> => {
    // It stays the form that was sent, however often its page is drawn since.
    const drawn = drawnOf(data) ?? undefined;
    const asItStands = { ...shown, stays: false, ...(drawn && { drawn }) };
    // What was typed stands in the page, and may have been changed meanwhile; what was said of it stays said.
    const values = withMeant(shown.values, data);
    const problems = await fileProblems(data, words.files);
    if (problems.length > 0) return show({ ...asItStands, values, problems, trouble: null });
    const outcome = await sent(() => action(untouched, data)).catch((leaving: unknown) => {
      if (!ledToSignIn(leaving)) {
        forgetHeld(asideUnder);
        if (drawn) recorded(drawn);
      }
      throw leaving;
    });
    if (data.has(ofKept) && "answer" in outcome && outcome.answer.problems.length === 0) {
      renew(edition + 1);
      return show(outcome.answer);
    }
    if ("answer" in outcome && outcome.answer.stays)
      return show({ ...asItStands, values, problems: outcome.answer.problems, trouble: null, stays: true });
    if (shown.check && "answer" in outcome && !outcome.answer.check && heldHere(asideUnder)?.check)
      history.back();
    // Between the fields and the words for them the page is drawn anew: it shows what the server has read.
    if ("answer" in outcome)
      return show(shown.check || outcome.answer.check ? outcome.answer : { ...outcome.answer, values });
    const { trouble, status } = outcome;
    const looks = data.get(lookedAt) !== ("record" satisfies LookedAt);
    const sentences = looks ? { ...words.trouble, ...words.lookTrouble } : words.trouble;
    const text = fillHere(sentences[trouble], { submit: pressed, reopen: words.reopen, status });
    show({ ...asItStands, values, problems: [{ field: null, text }], trouble });
  };

  const travelled = useEffectEvent((held: ReturnType<typeof heldHere>): void => {
    if (held?.check && !shown.check && sender.current) {
      const data = contentOf(sender.current);
      start(() => press(data, words.submit));
    } else if (held && !held.check && shown.check) show({ ...untouched, ...carriedOf(held) });
  });
  useEffect(() => {
    const travel = ({ state }: PopStateEvent): void => {
      travelled(heldHere(asideUnder, state));
    };
    window.addEventListener("popstate", travel);
    return () => {
      window.removeEventListener("popstate", travel);
    };
  }, [asideUnder]);

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = contentOf(event.currentTarget, event.nativeEvent.submitter);
    if (!data.has(ofKept)) sender.current = event.currentTarget;
    const pressed = event.nativeEvent.submitter?.textContent ?? words.submit;
    if (!pending) start(() => press(data, pressed));
  };

  const reopen = (form: HTMLFormElement): void => {
    putAside(asideUnder, contentOf(form));
    location.reload();
  };

  return { shown, edition, pending, send, submit, reopen };
}
