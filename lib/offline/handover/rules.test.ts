import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import type { AnswerText } from "@/lib/checklists/types";
import { decided, knew, takenIn, undecided } from "@/lib/offline/handover/rules";
import type { Differing, Handed, Handover, Told, ToldRecheck } from "@/lib/offline/handover/types";
import type { SheetAnswers } from "@/lib/offline/types";

const said = (note: string): AnswerText => ({ outcome: "partly", note });
const notesIn = (notes: Record<string, string>): SheetAnswers =>
  Object.fromEntries(Object.entries(notes).map(([code, note]) => [code, said(note)]));
const notesOf = (answers: SheetAnswers = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).map(([code, { note }]) => [code, note]));

type Copy = { base: SheetAnswers; answers: SheetAnswers; version?: number };

const told = ({ base, answers, version = 0 }: Copy, more: Partial<Told> = {}): Told => ({
  sheets: [{ groupCode: "C", version, base, answers }],
  ...{ rechecks: [], photos: [] },
  ...more,
});
const handed = (all: Told, phone: string, turn = 1): Handed => ({
  ...{ phone, turn, name: `người ${phone}`, madeAt: "2017-12-31T02:00:00.000Z" },
  ...all,
});
const nothingHeard = (phone: string): Handover => ({ visitId: "v", phone, turn: 0, heard: {}, open: [] });

describe("what another phone says of a visit", () => {
  it.each([
    ["what only the other wrote is taken", {}, {}, { "C.1": "b" }, { "C.1": "b" }, []],
    ["what only I wrote stays", {}, { "C.1": "a" }, {}, {}, []],
    [
      "what only the other changed is taken",
      { "C.1": "0" },
      { "C.1": "0" },
      { "C.1": "b" },
      { "C.1": "b" },
      [],
    ],
    ["what only I changed stays", { "C.1": "0" }, { "C.1": "a" }, { "C.1": "0" }, {}, []],
    ["what both say alike is no question", {}, { "C.1": "x" }, { "C.1": "x" }, {}, []],
    [
      "what both changed differently is asked, and mine stands",
      { "C.1": "0" },
      { "C.1": "a", "C.2": "a" },
      { "C.1": "b", "C.3": "b" },
      { "C.3": "b" },
      ["C.1"],
    ],
  ] as const)("%s", (_what, base, mine, theirs, changed, asked) => {
    const [own, other] = [mine, theirs].map((answers) =>
      told({ base: notesIn(base), answers: notesIn(answers) }),
    ) as [Told, Told];
    const taken = takenIn(own, handed(other, "b"), nothingHeard("a"));
    expect(notesOf(taken?.answers["C"])).toEqual(changed);
    expect(taken?.handover.open.map(({ code }) => code)).toEqual(asked);
  });

  it("is held against what the phone that heard less of the server began with", () => {
    const mine = told({
      base: notesIn({ "C.1": "server" }),
      answers: notesIn({ "C.1": "server" }),
      version: 3,
    });
    const stale = told({ base: {}, answers: notesIn({ "C.1": "b" }), version: 2 });
    const taken = takenIn(mine, handed(stale, "b"), nothingHeard("a"));
    expect(taken?.answers).toEqual({});
    expect(taken?.handover.open).toMatchObject([
      { of: "answer", groupCode: "C", code: "C.1", name: "người b" },
    ]);
  });

  it("is asked as well where I am the one who heard less", () => {
    const stale = told({ base: {}, answers: notesIn({ "C.1": "a" }), version: 2 });
    const theirs = told({
      base: notesIn({ "C.1": "server" }),
      answers: notesIn({ "C.1": "server" }),
      version: 3,
    });
    const taken = takenIn(stale, handed(theirs, "b"), nothingHeard("a"));
    expect(taken?.handover.open.map(({ code }) => code)).toEqual(["C.1"]);
  });

  it("is mine to keep where the phones of one version know different things of the server", () => {
    const mine = told({ base: {}, answers: notesIn({ "C.1": "a" }), version: 3 });
    const theirs = told({ base: notesIn({ "C.1": "0" }), answers: notesIn({ "C.1": "0" }), version: 3 });
    const taken = takenIn(mine, handed(theirs, "b"), nothingHeard("a"));
    expect([taken?.answers, taken?.handover.open.length]).toEqual([{}, 1]);
  });

  it("is no answer where it says nothing", () => {
    const blank: AnswerText = { outcome: "not_checked", note: " " };
    const mine = told({ base: {}, answers: { "C.1": blank, "C.2": said("a") } });
    const theirs = told({ base: {}, answers: { "C.1": said("b"), "C.2": blank } });
    const taken = takenIn(mine, handed(theirs, "b"), nothingHeard("a"));
    expect(notesOf(taken?.answers["C"])).toEqual({ "C.1": "b" });
    expect(taken?.handover.open).toEqual([]);
  });

  it("takes an answer back where only the other did", () => {
    const base = notesIn({ "C.1": "0" });
    const blank: AnswerText = { outcome: "not_checked", note: "" };
    const theirs = handed(told({ base, answers: { "C.1": blank } }), "b");
    expect(takenIn(told({ base, answers: base }), theirs, nothingHeard("a"))?.answers).toEqual({
      C: { "C.1": blank },
    });
  });
});

const recheck = (note: string, base: string | null = null): ToldRecheck => ({
  ...{ findingId: "f", version: base === null ? 0 : 1, outcome: "not_corrected", note },
  base: base === null ? null : { outcome: "not_corrected", note: base },
});
const empty = { base: {}, answers: {} };

describe("earlier findings", () => {
  it.each([
    ["begun by neither", { outcome: null, note: "" }, recheck("b"), { f: "b" }, []],
    ["changed by the other alone", recheck("0", "0"), recheck("b", "0"), { f: "b" }, []],
    ["changed by me alone", recheck("a", "0"), recheck("0", "0"), {}, []],
    ["changed by both", recheck("a", "0"), recheck("b", "0"), {}, ["f"]],
  ])("%s", (_what, mine, theirs, changed, asked) => {
    const own = told(empty, { rechecks: [{ ...recheck(""), ...mine }] });
    const taken = takenIn(own, handed(told(empty, { rechecks: [theirs] }), "b"), nothingHeard("a"));
    expect(
      Object.fromEntries(Object.entries(taken?.rechecks ?? {}).map(([id, { note }]) => [id, note])),
    ).toEqual(changed);
    expect(taken?.handover.open.map(({ code }) => code)).toEqual(asked);
  });
});

describe("pictures", () => {
  const photo = (sha256: string, caption: string, questionCode = "C.1") => ({
    ...{ id: sha256, questionCode, sha256, fileName: "ảnh.jpg", caption },
  });
  const at = (...photos: ReturnType<typeof photo>[]): Told => told(empty, { photos });

  it("are added by their bytes, once for each question", () => {
    const theirs = handed(at(photo("x", ""), photo("x", "", "C.2"), photo("y", "")), "b");
    const taken = takenIn(at(photo("x", "")), theirs, nothingHeard("a"));
    expect(taken?.photos.map(({ questionCode, sha256 }) => [questionCode, sha256])).toEqual([
      ["C.2", "x"],
      ["C.1", "y"],
    ]);
  });

  it("have the words of whoever wrote about them last, and mine where both did", () => {
    const first = takenIn(at(photo("x", "")), handed(at(photo("x", "tầng 1")), "b"), nothingHeard("a"));
    expect(first?.captions).toEqual([{ questionCode: "C.1", sha256: "x", caption: "tầng 1" }]);
    const again = handed(at(photo("x", "tầng 2")), "b", 2);
    const heard = first?.handover ?? nothingHeard("a");
    expect(takenIn(at(photo("x", "tầng 1")), again, heard)?.captions[0]?.caption).toBe("tầng 2");
    expect(takenIn(at(photo("x", "của tôi")), again, heard)?.captions).toEqual([]);
  });
});

/** A phone as far as the rules see it. */
type Phone = { name: string; copy: Copy; handover: Handover };

const phoneWith = (name: string, copy: Copy): Phone => ({ name, copy, handover: nothingHeard(name) });
const mineOf = ({ copy }: Phone) => ({ answers: copy.answers, rechecks: {} });
const openOn = (phone: Phone): readonly Differing[] => undecided(phone.handover, mineOf(phone));
const fileOf = (phone: Phone, turn = 1): Handed => handed(told(phone.copy), phone.name, turn);

const receive = (phone: Phone, file: Handed): Phone => {
  const taken = takenIn(told(phone.copy), file, phone.handover);
  return taken
    ? {
        ...phone,
        copy: { ...phone.copy, answers: { ...phone.copy.answers, ...taken.answers["C"] } },
        handover: taken.handover,
      }
    : phone;
};

const write = (phone: Phone, answers: SheetAnswers): Phone => ({
  ...phone,
  copy: { ...phone.copy, answers: { ...phone.copy.answers, ...answers } },
});

const decideAll = (phone: Phone, takesTheirs: (about: Differing) => boolean): Phone =>
  openOn(phone).reduce(
    (so, about) => ({
      ...(takesTheirs(about) && about.of === "answer" ? write(so, { [about.code]: about.theirs }) : so),
      handover: decided(so.handover, about, takesTheirs(about) ? "theirs" : "mine"),
    }),
    phone,
  );

const codes = ["C.1", "C.2", "C.3", "C.4"];
const answers = fc.dictionary(fc.constantFrom(...codes), fc.constantFrom("a", "b", "c").map(said), {
  noNullPrototype: true,
});
/** Answers are changed and never taken out of a sheet. */
const copies = fc
  .record({ base: answers, a: answers, b: answers })
  .map(({ base, a, b }) => ({ base, a: { ...base, ...a }, b: { ...base, ...b } }));

test("whichever phone receives, the same is asked, and the same choices give the same answers", () => {
  fc.assert(
    fc.property(copies, fc.array(fc.constantFrom(...codes)), ({ base, a, b }, chosenOfA) => {
      const [first, second] = [phoneWith("a", { base, answers: a }), phoneWith("b", { base, answers: b })];
      const [onA, onB] = [receive(first, fileOf(second)), receive(second, fileOf(first))];
      expect(openOn(onA).map(({ code }) => code)).toEqual(openOn(onB).map(({ code }) => code));
      const doneOnA = decideAll(onA, ({ code }) => !chosenOfA.includes(code));
      const doneOnB = decideAll(onB, ({ code }) => chosenOfA.includes(code));
      expect(doneOnA.copy.answers).toEqual(doneOnB.copy.answers);
    }),
  );
});

test("nothing is lost: each answer of either phone stands, or was changed by the other, or waits for a person", () => {
  fc.assert(
    fc.property(copies, ({ base, a, b }) => {
      const after = receive(
        phoneWith("a", { base, answers: a }),
        fileOf(phoneWith("b", { base, answers: b })),
      );
      const open = openOn(after);
      for (const code of codes) {
        const stands = after.copy.answers[code]?.note;
        for (const own of [a[code]?.note, b[code]?.note])
          if (own !== undefined && own !== stands && own !== base[code]?.note)
            expect(open).toContainEqual(expect.objectContaining({ code, theirs: said(own) }));
      }
    }),
  );
});

test("the same file again, and one of before it, change nothing, whatever was decided and written since", () => {
  fc.assert(
    fc.property(copies, answers, answers, fc.boolean(), ({ base, a, b }, later, newer, takes) => {
      const other = phoneWith("b", { base, answers: b });
      const received = receive(phoneWith("a", { base, answers: a }), fileOf(other));
      const since = write(
        decideAll(received, () => takes),
        later,
      );
      expect(receive(since, fileOf(other))).toBe(since);
      const further = receive(since, fileOf(write(other, newer), 2));
      expect(receive(further, fileOf(other))).toBe(further);
    }),
  );
});

test("a later file of the same phone asks only about what has changed there since", () => {
  fc.assert(
    fc.property(copies, answers, ({ base, a, b }, newer) => {
      const other = phoneWith("b", { base, answers: b });
      const settled = decideAll(receive(phoneWith("a", { base, answers: a }), fileOf(other)), () => false);
      const later = write(other, newer);
      const again = receive(settled, fileOf(later, 2));
      for (const { code } of openOn(again))
        expect(later.copy.answers[code]?.note).not.toBe(other.copy.answers[code]?.note);
      for (const code of codes)
        if (later.copy.answers[code]?.note === other.copy.answers[code]?.note)
          expect(again.copy.answers[code]).toEqual(settled.copy.answers[code]);
    }),
  );
});

test("a file comes back to the phone that made it without a change", () => {
  const phone = phoneWith("a", { base: {}, answers: notesIn({ "C.1": "a" }) });
  expect(receive(phone, fileOf(phone, 9))).toBe(phone);
});

test("what was heard and decided about is known; what is open, or never heard, is not", () => {
  const mine = phoneWith("a", { base: {}, answers: notesIn({ "C.1": "a" }) });
  const theirs = phoneWith("b", { base: {}, answers: notesIn({ "C.1": "b" }) });
  const open = receive(mine, fileOf(theirs));
  expect(knew(open.handover, "answer", "C.1", said("b"))).toBe(false);
  const { handover } = decideAll(open, () => false);
  expect(knew(handover, "answer", "C.1", said("b"))).toBe(true);
  expect(knew(handover, "answer", "C.1", said("c"))).toBe(false);
  expect(knew(undefined, "answer", "C.1", said("b"))).toBe(false);
});

test("what one's own says by now is nothing to decide", () => {
  const open = receive(
    phoneWith("a", { base: {}, answers: notesIn({ "C.1": "a" }) }),
    fileOf(phoneWith("b", { base: {}, answers: notesIn({ "C.1": "b" }) })),
  );
  expect(openOn(open)).toHaveLength(1);
  expect(openOn(write(open, notesIn({ "C.1": "b" })))).toEqual([]);
});
