import type { z } from "zod";

import type { Tx } from "@/lib/identity/database";
import { refusalOf, type Action } from "@/lib/identity/matrix";
import { officeRefusal } from "@/lib/identity/office";
import type { Viewer } from "@/lib/identity/types";
import { record } from "@/lib/journal/entries/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { JournalEvent } from "@/lib/journal/events/types";
import type { FormId, Receipt, Secret } from "@/lib/journal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Problem } from "@/lib/kernel/problem";
import { done, refused, refuseIf, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** What an act works with: its transaction, who acts, by which right, and the day that rules start from. */
export type Acting = { tx: Tx; viewer: Viewer; today: PlainDate; right: Action };

/**
 * What can be said of single fields of a form as it was posted, beside whatever else is wrong with it: a code that is taken, a file of
 * another kind. It reads, holds nothing, and decides nothing: the command does.
 */
export type Beside = (viewer: Viewer, posted: Readonly<Record<string, unknown>>) => Promise<Problem[]>;

/** Something a person may do: by which right, made of what, ending in a receipt or in a refusal that leaves nothing behind. */
export type Command<Shape extends z.ZodType, Value = Receipt, More extends unknown[] = []> = {
  (viewer: Viewer, input: z.output<Shape>, ...more: More): Promise<Result<Value>>;
  readonly right: Action;
  readonly shape: Shape;
  readonly beside?: Beside;
};

/** A command that knows a form it has answered before, and gives it the same receipt. */
export type OnceAForm<Shape extends z.ZodType> = Command<Shape, Receipt, [form?: FormId]> & {
  readonly onceAForm: true;
};

/** Says of a command that it knows the forms it has answered. */
export const onceAForm = <Shape extends z.ZodType>(
  asked: Command<Shape, Receipt, [form?: FormId]>,
): OnceAForm<Shape> => Object.assign(asked, { onceAForm: true as const });

/**
 * A command that says itself how it comes to its end: where more happens than one transaction, or less. `more` is what comes along from
 * a device.
 */
export function commandOf<Shape extends z.ZodType, More extends unknown[], Value>(
  right: Action,
  shape: Shape,
  run: (viewer: Viewer, input: z.output<Shape>, ...more: More) => Promise<Result<Value>>,
  { beside }: { beside?: Beside | undefined } = {},
): Command<Shape, Value, More> {
  const asked: typeof run = async (viewer, input, ...more) => {
    const refusal = refusalOf(viewer, right, input);
    return refusal ? refused(refusal) : run(viewer, input, ...more);
  };
  return Object.assign(asked, { right, shape, ...(beside && { beside }) });
}

/**
 * A command: who may, what it is made of, and what it does, said in one place. The act runs in one transaction with its row of history,
 * and tells what happened; `refuse`, `refuseIf` and `insist` end it, and then nothing of it is kept. What one form carries twice is
 * done once. `once` names an act that would add another record each time it is sent: of it the same content within a moment is the
 * same press of a button, too, whichever form it comes from.
 */
export const command = <Shape extends z.ZodType>(
  right: Action,
  shape: Shape,
  act: (acting: Acting, input: z.output<Shape>) => Promise<JournalEvent>,
  { once, beside }: { once?: string; beside?: Beside } = {},
): OnceAForm<Shape> => {
  const run = async (viewer: Viewer, input: z.output<Shape>, form?: FormId) => {
    const day = await today();
    const work = async (tx: Tx) => {
      refuseIf(await officeRefusal(tx, viewer, right, day));
      return done(await record(tx, viewer, await act({ tx, viewer, today: day, right }, input)));
    };
    const press = { act: once ?? right, sent: input as object, form, adds: once !== undefined };
    return changeOnce(viewer, press, work);
  };
  return onceAForm(commandOf(right, shape, run, { beside }));
};

/** The same where something is handed over once, beside the receipt: it stands in this one answer. */
export const commandWithSecret = <Shape extends z.ZodType>(
  right: Action,
  shape: Shape,
  act: (acting: Acting, input: z.output<Shape>) => Promise<{ event: JournalEvent; secret: string }>,
  { beside }: { beside?: Beside } = {},
): Command<Shape, Secret> => {
  const run = async (viewer: Viewer, input: z.output<Shape>): Promise<Result<Secret>> => {
    let secret = "";
    const tell = command(right, shape, async (acting, same) => {
      const said = await act(acting, same);
      secret = said.secret;
      return said.event;
    });
    const result = await tell(viewer, input);
    return result.ok ? done({ receipt: result.value, secret }) : result;
  };
  return commandOf(right, shape, run, { beside });
};
