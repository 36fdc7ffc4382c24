import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";

import { noteFault } from "@/lib/gate/faulty";
import { forgetKeptInput, keepInput } from "@/lib/gate/kept-input";
import {
  addressOf,
  asSent,
  drawnOf,
  entriesOf,
  fontDoubts,
  leftEmpty,
  problemsOf,
  sameOrigin,
  typedValues,
} from "@/lib/gate/rules";
import {
  discarded,
  lookedAt,
  lookedAtAs,
  ofKept,
  untouched,
  type Check,
  type Drawn,
  type FormAction,
  type FormState,
  type LookedAt,
} from "@/lib/gate/types";
import { may, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { currentViewer } from "@/lib/identity/viewer";
import type { Command, OnceAForm } from "@/lib/journal/commands";
import type { Secret, Receipt } from "@/lib/journal/types";
import { problem, type Problem, type ProblemCode } from "@/lib/kernel/problem";
import { refused, type Refusal, type Result } from "@/lib/kernel/result";
import { beginning, oneLine } from "@/lib/kernel/text";
import { log } from "@/lib/platform/log";
import { isOutage, reasonOf } from "@/lib/platform/outage";

/** So much of a text tells which it is. */
const longestShown = 60;

/** What is said of a field in which nothing was entered, as of one in which something else was. */
const saysMissing: ReadonlySet<ProblemCode> = new Set([
  "required",
  "not-a-choice",
  "not-an-id",
  "not-a-number",
]);

/** Refused before anything was looked at: with scripts the form stays as it is, with its files. */
const atTheDoor: ReadonlySet<ProblemCode> = new Set(["signed-out", "drawn-for-another", "unavailable"]);

/** Does the page send its form itself, and stay until there is an answer? Without scripts a browser shows whatever comes. */
const isScripted = async (): Promise<boolean> => (await headers()).has("next-action");

async function stateOf(refusal: Refusal | Problem[], data: FormData): Promise<FormState> {
  const words = await getTranslations("problems");
  await noteFault();
  const common = await getTranslations("common");
  const page = await pageOfForm();
  const problems = Array.isArray(refusal) ? refusal : refusal.problems;
  const meant = (field: string): string => {
    const typed = oneLine(data.getAll(field).map(String).join(" "));
    const shown = beginning(typed, longestShown);
    return common("meantAsTyped", { text: shown === typed ? typed : `${shown}…` });
  };
  return {
    ...asSent(data),
    ...(problems.some(({ code }) => atTheDoor.has(code)) && (await isScripted()) && { stays: true }),
    problems: problems.map(({ code, field, values }) => ({
      field: field ?? null,
      text: words(code, values ?? {}),
      missing: field !== undefined && saysMissing.has(code) && leftEmpty(data, field),
      ...(code === "legacy-font" && field && { confirm: meant(field) }),
      ...((code === "read-changed" || code === "shown-changed") && { reread: page }),
      ...(code === "signed-out" && { signIn: `/sign-in?next=${encodeURIComponent(page)}` }),
    })),
    conflict: Array.isArray(refusal) ? null : (refusal.conflict ?? null),
  };
}

/** The page the form stands on, from its own Referer; only ever an address of this site. */
async function pageOfForm(): Promise<string> {
  const referer = (await headers()).get("referer");
  return referer && URL.canParse(referer) ? addressOf(referer) : "/";
}

const withReceipt = (address: string, receipt: Receipt): string =>
  `${address}${address.includes("?") ? "&" : "?"}receipt=${receipt.number}`;

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

/**
 * Origin, viewer, whose page it is, right and shape, in this order. What was kept for its owner when a session ran out may also be
 * discarded.
 */
async function admit<Shape extends z.ZodType>(
  action: Action,
  shape: Shape,
  data: FormData,
): Promise<Admitted<z.output<Shape>> | FormState> {
  const sent = await headers();
  const host = sent.get("x-forwarded-host") ?? sent.get("host");
  if (!sameOrigin(sent.get("origin"), host, sent.get("sec-fetch-site"))) {
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
    notFound();
  }
  if (data.get(ofKept) === discarded) {
    await forgetKeptInput(viewer, action, await pageOfForm());
    return untouched;
  }
  const parsed = shape.safeParse(entriesOf(data));
  const problems = [...(parsed.success ? [] : problemsOf(parsed.error)), ...fontDoubts(data)];
  return parsed.success && problems.length === 0 ? { viewer, input: parsed.data } : stateOf(problems, data);
}

/** What somebody else has changed while the form stood on the screen. */
const changedBehind: ReadonlySet<ProblemCode> = new Set(["answers-changed", "rechecks-changed"]);

/** Where the records behind the page have changed, it is drawn anew under what was typed. */
async function showAgain({ problems }: Refusal): Promise<void> {
  if (problems.some(({ code }) => changedBehind.has(code))) await drawAnew();
}

const drawAnew = async (): Promise<void> =>
  revalidatePath(new URL(await pageOfForm(), "http://local.invalid").pathname);

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
  next: (input: z.output<Shape>) => string,
): FormAction {
  const { right, shape } = command;
  const run = (viewer: Viewer, input: z.output<Shape>, drawn: Drawn | null) =>
    "onceAForm" in command ? command(viewer, input, drawn?.form) : command(viewer, input);
  return async (_state, data) => {
    const admitted = await admit(right, shape, data);
    if (!("viewer" in admitted)) return admitted;
    const { viewer, input } = admitted;
    const result = await orUnavailable(run(viewer, input, drawnOf(data)));
    if (!result.ok) {
      await showAgain(result);
      return stateOf(result, data);
    }
    await forgetKeptInput(viewer, right, await pageOfForm());
    redirect(withReceipt(next(input), result.value));
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
    const admitted = await admit(command.right, command.shape, data);
    if (!("viewer" in admitted)) return admitted;
    const foreseen = await orUnavailable(foresee(admitted.viewer, admitted.input));
    if (foreseen.ok) return { ...untouched, ...asSent(data), check: foreseen.value };
    await showAgain(foreseen);
    return stateOf(foreseen, data);
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
  const { right, shape } = command;
  return async (_state, data) => {
    const admitted = await admit(right, shape, data);
    if (!("viewer" in admitted)) return admitted;
    const { viewer, input } = admitted;
    const result = await orUnavailable(command(viewer, input));
    if (!result.ok) return stateOf(result, data);
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
