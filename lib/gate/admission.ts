import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";

import { daysToCome } from "@/lib/gate/days";
import { isScripted, pageOfForm, stateOf } from "@/lib/gate/form-state";
import { forgetKeptInput, keepInput } from "@/lib/gate/kept-input";
import { isForeign } from "@/lib/gate/origin";
import { drawnOf, entriesOf, fontDoubts, problemsOf, together, typedValues } from "@/lib/gate/rules";
import { discarded, ofKept, untouched, type FormState } from "@/lib/gate/types";
import { may, refusalOf, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { currentViewer } from "@/lib/identity/viewer";
import type { Command } from "@/lib/journal/commands";
import { problem, type Problem } from "@/lib/kernel/problem";
import { today } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

type Admitted<Input> = { viewer: Viewer; input: Input };

/**
 * Nobody is signed in. Where the session has run out, what was typed is kept for its owner. Where somebody ended it nothing is written,
 * and the page keeps its form, if it can.
 */
async function turnedAway(action: Action, data: FormData): Promise<FormState> {
  const page = await pageOfForm();
  const ended = await keepInput(action, page, typedValues(data), drawnOf(data));
  if (ended !== "kept" && (await isScripted())) return stateOf([problem("signed-out")], data);
  redirect(`/sign-in?ended=${ended}&next=${encodeURIComponent(page)}`);
}

/** A page that was drawn for somebody else sends nothing in the name of whoever has signed in since. */
function ofAnother({ accountId, name }: Viewer, data: FormData): Problem[] {
  const drawn = drawnOf(data);
  return drawn && drawn.account !== accountId
    ? [problem("drawn-for-another", undefined, { name: drawn.name, viewer: name })]
    : [];
}

type Asked<Shape extends z.ZodType> = Pick<Command<Shape>, "right" | "shape" | "beside">;

/** What a command says of single fields of what was posted, whatever else is wrong with it; of what is not theirs it says nothing. */
export async function saidBeside(
  { right, beside }: Pick<Asked<z.ZodType>, "right" | "beside">,
  viewer: Viewer,
  data: FormData,
): Promise<Problem[]> {
  const posted = entriesOf(data);
  return beside && refusalOf(viewer, right, posted) === null ? beside(viewer, posted) : [];
}

/**
 * Origin, viewer, whose page it is, right and shape, in this order. What was kept for its owner when a session ran out may also be
 * discarded. Where something is wrong with the form, all that can be said of it is said at once.
 */
export async function admit<Shape extends z.ZodType>(
  asked: Asked<Shape>,
  data: FormData,
): Promise<Admitted<z.output<Shape>> | FormState> {
  const { right: action, shape } = asked;
  if (isForeign(await headers())) {
    log.warn({ event: "foreign origin refused", action });
    return stateOf([problem("foreign-origin")], data);
  }
  const viewer = await currentViewer();
  if (!viewer) return turnedAway(action, data);
  const another = ofAnother(viewer, data);
  if (another.length > 0) return stateOf(another, data);
  if (viewer.mustChangePassword && action !== "account.self") redirect("/me/password");
  if (!may(viewer, action)) {
    log.warn({ event: "right refused", action, account: viewer.accountId });
    return stateOf([problem("right-gone")], data);
  }
  if (data.get(ofKept) === discarded) {
    await forgetKeptInput(viewer, action, await pageOfForm());
    return untouched;
  }
  const posted = entriesOf(data);
  const parsed = shape.safeParse(posted);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error)),
    ...daysToCome(shape, posted, await today()),
    ...fontDoubts(data),
  ];
  if (parsed.success && problems.length === 0) return { viewer, input: parsed.data };
  return stateOf(together(problems, await saidBeside(asked, viewer, data)), data);
}
