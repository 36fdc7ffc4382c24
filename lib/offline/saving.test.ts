import { describe, expect, it } from "vitest";

import { failed, failureOf, Saving, valuesUnder } from "@/lib/offline/saving";

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more });
const full = named("QuotaExceededError");

/** A disk that has room or has none, and what is on it. */
const disk = () => {
  const state = { room: true, held: [] as string[] };
  const write = (what: string) => () =>
    state.room ? Promise.resolve(void state.held.push(what)) : Promise.reject(full);
  return { state, write };
};

it.each([
  ["a full disk", full, "full"],
  ["a full disk behind an aborted transaction", named("AbortError", { inner: full }), "full"],
  ["a full disk as a cause", new Error("x", { cause: named("NS_ERROR_DOM_QUOTA") }), "full"],
  ["minutes that are sealed", named("SealedError"), "sealed"],
  ["a store that was taken away", named("DatabaseClosedError"), "closed"],
  ["a browser without a store", named("MissingAPIError"), "closed"],
  ["anything else", new Error("x"), "other"],
  ["no error at all", null, "other"],
])("%s is told apart", (_name, error, failure) => {
  expect(failureOf(error)).toBe(failure);
});

it("keeps what could not be written until it is", async () => {
  const { state, write } = disk();
  const saving = new Saving();
  state.room = false;
  expect(await saving.save("answer v B.1", "một", write("một"))).toBe(false);
  expect(saving.unsaved.get("answer v B.1")).toMatchObject({ value: "một", failure: "full" });
  expect(await saving.retry("answer v B.1")).toBe(false);
  expect(failed(saving.unsaved)).toBe(1);
  state.room = true;
  expect(await saving.retry("answer v B.1")).toBe(true);
  expect([failed(saving.unsaved), state.held]).toEqual([0, ["một"]]);
});

it("tries again with the next change, the newest value alone", async () => {
  const { state, write } = disk();
  const saving = new Saving();
  state.room = false;
  await saving.save("note", "a", write("a"));
  await saving.save("note", "ab", write("ab"));
  state.room = true;
  await saving.save("other", "b", write("b"));
  expect([state.held, saving.unsaved.size]).toEqual([["b", "ab"], 0]);
});

it("saves all that waits in one act, but for what a person has to ask for anew", async () => {
  const { state, write } = disk();
  const saving = new Saving();
  state.room = false;
  for (const code of ["B.1", "B.2"]) await saving.save(`answer v ${code}`, code, write(code));
  await saving.save("photo v B.1 p", "p", write("p"));
  await saving.save("seal", null, write("seal"), { asked: true });
  state.room = true;
  expect(await saving.retry("answer v B.2")).toBe(true);
  expect([state.held, [...saving.unsaved.keys()]]).toEqual([["B.2", "B.1", "p"], ["seal"]]);
});

it("never seals by itself what a person has to ask for anew", async () => {
  const { state, write } = disk();
  const saving = new Saving();
  state.room = false;
  await saving.save("seal", null, write("seal"), { asked: true });
  state.room = true;
  await saving.save("note", "b", write("b"));
  expect([state.held, failed(saving.unsaved)]).toEqual([["b"], 1]);
});

it("counts among what a person made no visits that could not be fetched, and names their failure where they are shown", async () => {
  const { state, write } = disk();
  const saving = new Saving();
  state.room = false;
  await saving.save("pack", null, write("pack"));
  expect([failed(saving.unsaved), saving.unsaved.get("pack")?.failure]).toEqual([0, "full"]);
});

it("says nothing of a slower failure once a newer value is on the device", async () => {
  const saving = new Saving();
  let fail: (error: Error) => void = () => undefined;
  const slow = saving.save("note", "a", () => new Promise((_, reject) => (fail = reject)));
  await saving.save("note", "ab", () => Promise.resolve());
  fail(full);
  expect([await slow, saving.unsaved.size]).toEqual([false, 0]);
});

it("still names a failure while it is tried again, tells whoever watches, and forgets when asked", async () => {
  const { state, write } = disk();
  const saving = new Saving();
  const seen: number[] = [];
  const stop = saving.watch(() => seen.push(failed(saving.unsaved)));
  state.room = false;
  await saving.save("note", "a", write("a"));
  await saving.save("note", "ab", write("ab"));
  expect(seen).toEqual([0, 1, 1, 1]);
  saving.forget("note");
  stop();
  expect([seen.at(-1), saving.unsaved.size]).toEqual([0, 0]);
});

it("gives what was typed of one kind, so that it stays on screen", () => {
  const saving = new Saving();
  const never = () => new Promise<never>(() => undefined);
  void saving.save("answer v B.1", { note: "a" }, never);
  void saving.save("answer w B.1", { note: "b" }, never);
  expect(valuesUnder(saving.unsaved, "answer v")).toEqual({ "B.1": { note: "a" } });
});

describe("what would be lost if the page went", () => {
  it("is what was typed and could not be written, until a last try writes it", async () => {
    const { state, write } = disk();
    const saving = new Saving();
    await saving.save("note", "a", write("a"));
    expect(saving.wouldLose(Date.now())).toBe(0);
    state.room = false;
    await saving.save("note", "ab", write("ab"));
    expect(saving.wouldLose(Date.now())).toBe(1);
    expect(await saving.settle()).toBe(false);
    state.room = true;
    expect(await saving.settle()).toBe(true);
    expect([state.held, saving.wouldLose(Date.now())]).toEqual([["a", "ab"], 0]);
  });

  it("is what takes long to be written, and not what is written at once", async () => {
    const saving = new Saving();
    let end = (): void => undefined;
    const slow = saving.save("note", "a", () => new Promise<void>((done) => (end = done)));
    expect(saving.wouldLose(Date.now())).toBe(0);
    expect(saving.wouldLose(Date.now() + 2_000)).toBe(1);
    end();
    await slow;
    expect(saving.wouldLose(Date.now() + 2_000)).toBe(0);
  });

  it("is neither a choice that is asked for anew nor what sealed minutes will never take", async () => {
    const saving = new Saving();
    const fail = (error: Error) => () => Promise.reject(error);
    await saving.save("seal", null, fail(full), { asked: true });
    await saving.save("answer v B.1", "a", fail(named("SealedError")));
    expect(saving.wouldLose(Date.now())).toBe(0);
    expect(await saving.settle()).toBe(true);
    expect(failed(saving.unsaved)).toBe(2);
  });
});
