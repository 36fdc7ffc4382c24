import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { matrix } from "@/lib/identity/matrix";
import { roles, type Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/entries/commands";
import { today } from "@/lib/platform/clock";

import { commandProofs } from "./commands";
import type { CommandProof } from "./types";
import { isCommit, withFault, type Fault } from "./faults";
import {
  agencyOf,
  disconnect,
  createAccount,
  sessionOf,
  written,
  type Written,
} from "@/tests/support/scopes";

// Each statement of a command fails in its turn.
vi.setConfig({ testTimeout: 60_000 });

// The day of the world is asked for once in a process, by whoever needs it first.
beforeAll(today);
afterAll(disconnect);

const rowsIn = (state = "0"): number => Number(state.split(" ")[0]);

/** The tables in which something was written, and by how many rows they grew. */
const changesBetween = (before: Written, after: Written): Record<string, number> =>
  Object.fromEntries(
    Object.entries(after)
      .filter(([name, state]) => state !== before[name])
      .map(([name, state]) => [name, rowsIn(state) - rowsIn(before[name])]),
  );

async function prepare({ action, ownAccount, prepare }: CommandProof) {
  const role = roles.find((each) => matrix[action][each] !== "none") ?? "admin";
  const viewer = (await sessionOf(ownAccount ? (await createAccount(role)).name : role)).viewer;
  const act = await prepare("own", viewer);
  return { act: () => act(viewer), before: await written() };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;
type Attempt = { statements: string[]; answered: boolean; changed: Record<string, number> };

async function attempt({ act, before }: Prepared, fault: Fault | null): Promise<Attempt> {
  const { done, statements } = await withFault(fault, act);
  const answered = done.status === "fulfilled" && done.value.ok;
  return { statements, answered, changed: changesBetween(before, await written()) };
}

/** Where the command was told to be done though a statement of it was refused, or did something and not all. */
async function brokenByRefusals(proof: CommandProof, statements: readonly string[]): Promise<string[]> {
  const prepared = await prepare(proof);
  const broken: string[] = [];
  for (const [place, statement] of statements.entries()) {
    const { answered, changed } = await attempt(prepared, { kind: "refused", at: place + 1 });
    if (answered || Object.keys(changed).length > 0)
      broken.push(`${place + 1} ${statement} ${JSON.stringify(changed)}`);
  }
  return broken;
}

/** What the command had done each time that its connection died between a commit and the answer to it. */
async function doneUnheard(
  proof: CommandProof,
  statements: readonly string[],
): Promise<Attempt["changed"][]> {
  const found: Attempt["changed"][] = [];
  for (const [place, statement] of statements.entries())
    if (isCommit(statement))
      found.push((await attempt(await prepare(proof), { kind: "unheard", at: place + 1 })).changed);
  return found;
}

test.each([...commandProofs])("before or after, never between: %s", async (_name, proof) => {
  // The first of its kind may write more than each that follows, as a policy does where there was none.
  await attempt(await prepare(proof), null);
  const whole = await attempt(await prepare(proof), null);
  expect(whole.answered).toBe(true);
  expect(whole.statements.length).toBeGreaterThan(4);
  expect(await brokenByRefusals(proof, whole.statements)).toEqual([]);
  const done = await doneUnheard(proof, whole.statements);
  expect(done.pop()).toEqual(whole.changed);
  // What it asked before, in transactions of their own, changed nothing.
  expect(done.filter((changed) => Object.keys(changed).length > 0)).toEqual([]);
});

/** A command in two transactions: what this proof is there to find. */
const inTwo: CommandProof = {
  action: "audits.record",
  prepare: async () => {
    const chain = await agencyOf("own");
    const content = { lapsedOn: await today(), evidence: "" };
    const half = (viewer: Viewer) =>
      change(viewer, async (tx) => ({
        ok: true,
        value: await record(tx, viewer, {
          chain,
          entity: "agency",
          entityId: chain,
          action: "system-lapsed",
          content,
        }),
      }));
    return async (viewer) => {
      await half(viewer);
      return half(viewer);
    };
  },
};

test("a command in two transactions is found, by what it leaves between them", async () => {
  const { statements } = await attempt(await prepare(inTwo), null);
  expect(await brokenByRefusals(inTwo, statements)).not.toEqual([]);
  expect((await doneUnheard(inTwo, statements))[0]).toMatchObject({ journal_entry: 1 });
});
