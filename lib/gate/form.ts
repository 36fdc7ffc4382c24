import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";

import { admit, saidBeside } from "@/lib/gate/admission";
import { pageOfForm, stateOf } from "@/lib/gate/form-state";
import { forgetKeptInput } from "@/lib/gate/kept-input";
import { asSent, drawnOf, together } from "@/lib/gate/rules";
import {
  lookedAt,
  lookedAtAs,
  untouched,
  type Check,
  type Drawn,
  type FormAction,
  type FormState,
  type LookedAt,
} from "@/lib/gate/types";
import type { Viewer } from "@/lib/identity/types";
import type { Command, OnceAForm } from "@/lib/journal/commands";
import type { Secret, Receipt } from "@/lib/journal/types";
import { problem, type ProblemCode } from "@/lib/kernel/problem";
import { refused, type Refusal, type Result } from "@/lib/kernel/result";
import { log } from "@/lib/platform/log";
import { isOutage, reasonOf } from "@/lib/platform/outage";

const withReceipt = (address: string, receipt: Receipt): string =>
  `${address}${address.includes("?") ? "&" : "?"}receipt=${receipt.number}`;

/** What somebody else has changed while the form stood on the screen. */
const changedBehind: ReadonlySet<ProblemCode> = new Set(["answers-changed", "rechecks-changed"]);

/** Where the records behind the page have changed, it is drawn anew under what was typed. */
async function showAgain({ problems }: Refusal): Promise<void> {
  if (problems.some(({ code }) => changedBehind.has(code))) await drawAnew();
}

const drawAnew = async (): Promise<void> =>
  revalidatePath(new URL(await pageOfForm(), "http://local.invalid").pathname);

/** A refusal of fields, with all else that can be said of the form's fields; any other stands by itself. */
async function withBeside(
  refusal: Refusal,
  command: Parameters<typeof saidBeside>[0],
  viewer: Viewer,
  data: FormData,
): Promise<Refusal> {
  if (!refusal.problems.some(({ field }) => field !== undefined)) return refusal;
  return { ...refusal, problems: together(refusal.problems, await saidBeside(command, viewer, data)) };
}

/** Trouble of the machine is a refusal: what was typed stays on the page. Whatever else breaks, breaks. */
const orUnavailable = <Value>(work: Promise<Result<Value>>): Promise<Result<Value>> =>
  work.catch((error: unknown) => {
    if (!isOutage(error)) throw error;
    log.error({ event: "not saved", reason: reasonOf(error) });
    return refused(problem("unavailable"));
  });

/**
 * A door for a form. After a refusal everything typed is shown again; after success the next page carries the receipt's
 * number.
 */
export function form<Shape extends z.ZodType>(
  command: Command<Shape> | OnceAForm<Shape>,
  next: (input: z.output<Shape>, viewer: Viewer) => string,
): FormAction {
  const { right } = command;
  const run = (viewer: Viewer, input: z.output<Shape>, drawn: Drawn | null) =>
    "onceAForm" in command ? command(viewer, input, drawn?.form) : command(viewer, input);
  return async (_state, data) => {
    const admitted = await admit(command, data);
    if (!("viewer" in admitted)) return admitted;
    const { viewer, input } = admitted;
    const result = await orUnavailable(run(viewer, input, drawnOf(data)));
    if (!result.ok) {
      await showAgain(result);
      return stateOf(await withBeside(result, command, viewer, data), data);
    }
    await forgetKeptInput(viewer, right, await pageOfForm());
    redirect(withReceipt(next(input, viewer), result.value));
  };
}

const isFile = (data: FormData, field: string | null): boolean =>
  field !== null && data.get(field) instanceof File;

/** What was typed, to be looked at anew: no files, which are chosen there, and nothing of what was shown before. */
function typedIn(data: FormData): FormData {
  const texts = new FormData();
  for (const [name, value] of data)
    if (typeof value === "string" && name !== lookedAtAs) texts.append(name, value);
  return texts;
}

/**
 * The same door where what was typed is shown in words before it is recorded: first the check, and only what was looked at goes to
 * the command, which decides anew. From the check one may go back and change something.
 */
export function formWithCheck<Shape extends z.ZodType>(
  command: Command<Shape> | OnceAForm<Shape>,
  foresee: (viewer: Viewer, input: z.output<Shape>) => Promise<Result<Check>>,
  next: (input: z.output<Shape>) => string,
): FormAction {
  const record = form(command, next);
  const look = async (data: FormData): Promise<FormState> => {
    const admitted = await admit(command, data);
    if (!("viewer" in admitted)) return admitted;
    const foreseen = await orUnavailable(foresee(admitted.viewer, admitted.input));
    if (foreseen.ok) return { ...untouched, ...asSent(data), check: foreseen.value };
    await showAgain(foreseen);
    return stateOf(await withBeside(foreseen, command, admitted.viewer, data), data);
  };
  // What was looked at is so no more: nothing was recorded, and what is so now is looked at.
  const lookAgain = async (data: FormData): Promise<FormState> => {
    await drawAnew();
    const anew = await look(typedIn(data));
    return anew.check
      ? { ...anew, ...(await stateOf([problem("look-again")], data)), check: anew.check }
      : anew;
  };
  return async (state, data) => {
    const said = data.get(lookedAt);
    if (said === ("change" satisfies LookedAt)) return { ...untouched, ...asSent(data) };
    if (said !== ("record" satisfies LookedAt)) return look(data);
    const answer = await record(state, data);
    if (answer.problems.some(({ reread }) => reread !== undefined)) return lookAgain(data);
    // A file is chosen at the check: where it alone is in the way, it is asked for again there.
    const { check } = answer.problems.every(({ field }) => isFile(data, field))
      ? await look(typedIn(data))
      : untouched;
    return check ? { ...answer, check } : answer;
  };
}

/** The same door where success shows something once, `what` it is: it stands in this one answer, in no address and no table. */
export function formWithSecret<Shape extends z.ZodType>(
  command: Command<Shape, Secret>,
  next: (input: z.output<Shape>) => string,
  what: "password" | "calendar",
): FormAction {
  const { right } = command;
  return async (_state, data) => {
    const admitted = await admit(command, data);
    if (!("viewer" in admitted)) return admitted;
    const { viewer, input } = admitted;
    const result = await orUnavailable(command(viewer, input));
    if (!result.ok) return stateOf(await withBeside(result, command, viewer, data), data);
    await forgetKeptInput(viewer, right, await pageOfForm());
    const words = await getTranslations(`common.secret.${what}`);
    const { receipt, secret } = result.value;
    const href = withReceipt(next(input), receipt);
    return {
      ...untouched,
      secret: {
        title: words("title"),
        text: words("text"),
        value: secret,
        next: { href, label: words("next") },
      },
    };
  };
}
