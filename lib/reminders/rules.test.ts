import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import type { DocumentLine, RequiredState } from "@/lib/procedures/types";
import { tasksOf, type Facts } from "@/lib/reminders/rules";
import type { Desk } from "@/lib/reminders/types";

const today = plainDate("31/12/2017");
const line = (more: Partial<DocumentLine>): DocumentLine => ({
  id: "1",
  code: "QT-01",
  title: "Kiểm soát tài liệu",
  kind: "procedure",
  state: "current",
  reviewDueOn: null,
  pendingFrom: null,
  outside: null,
  draft: null,
  ...more,
});
const item = (state: RequiredState, documents: readonly DocumentLine[] = []) => ({
  id: "2008-1",
  clause: "4.2.3",
  title: "Kiểm soát tài liệu",
  usualCode: "QT-01",
  state,
  documents,
  heldOn: null,
});
const finding = (more: Partial<Facts["findings"][number]>): Facts["findings"][number] => ({
  id: "1",
  topic: "policy_posting",
  evidence: "Bảng tin",
  dueOn: null,
  stage: "open",
  owesReply: { agency: false, lead: false },
  turns: 0,
  asked: 0,
  ...more,
});
const inOrder: Facts = {
  set: { items: [item("current", [line({})])], others: [] },
  policy: {
    gaps: [],
    current: null,
    draft: null,
    submission: null,
    objectives: [
      { year: 2017, result: null },
      { year: 2018, result: null },
    ],
  },
  findings: [],
  updates: [],
  coverage: null,
  adoption: { standing: { bucket: "declared", dueOn: plainDate("31/12/2016") }, next: null },
  yearly: [{ kind: "internal_audit", state: "done", heldOn: today }],
  declaredOn: plainDate("31/12/2016"),
  alone: false,
};
const kinds = (facts: Partial<Facts>, desk: Desk = "officer") =>
  tasksOf({ ...inOrder, ...facts }, desk, today).map((task) => task.kind);
const sent = { id: "s", note: "", by: "Trần Văn Vinh", at: new Date("2017-12-28T01:00:00Z"), returned: null };
const written = { submission: null };
const waiting = { submission: sent };
const returned = {
  submission: { ...sent, returned: { by: "Dương Xuân Chi", at: sent.at, note: "Sửa mục 2" } },
};

describe("what an agency has to do", () => {
  it("is nothing where everything is in order", () => {
    expect(kinds({})).toEqual([]);
  });

  it.each([
    ["missing", { set: { items: [item("missing")], others: [] } }],
    [
      "review",
      {
        set: {
          items: [item("review_due", [line({ state: "review_due", reviewDueOn: today })])],
          others: [],
        },
      },
    ],
    ["submit", { set: { items: [], others: [line({ state: "draft", draft: written })] } }],
    ["resubmit", { set: { items: [], others: [line({ state: "draft", draft: returned })] } }],
    ["policy", { policy: { ...inOrder.policy, gaps: ["not-posted"] } }],
    ["submitPolicy", { policy: { ...inOrder.policy, gaps: ["former-head"], draft: { id: "p" } } }],
    [
      "resubmitPolicy",
      { policy: { ...inOrder.policy, gaps: ["former-head"], draft: { id: "p" }, ...returned } },
    ],
    ["objectives", { policy: { ...inOrder.policy, objectives: [{ year: 2017, result: null }] } }],
    ["finding", { findings: [finding({})] }],
    ["returned", { findings: [finding({ stage: "returned" })] }],
    ["reply", { findings: [finding({ stage: "blocked", owesReply: { agency: true, lead: false } })] }],
    [
      "internal_audit",
      { yearly: [{ kind: "internal_audit", state: "overdue", dueOn: plainDate("31/12/2016") }] },
    ],
    ["management_review", { yearly: [{ kind: "management_review", state: "due", dueOn: today }] }],
    ["declare", { adoption: { standing: { bucket: "not_started", dueOn: today }, next: null } }],
    [
      "milestone",
      {
        adoption: {
          standing: { bucket: "in_progress", dueOn: null },
          next: { kind: "built", on: plainDate("31/03/2018") },
        },
      },
    ],
  ] satisfies [string, Partial<Facts>][])("includes: %s", (kind, facts) => {
    expect(kinds(facts)).toEqual([kind]);
  });

  it.each([
    ["of nobody who has not declared", null, []],
    [
      "since the year before",
      "2016-05-04",
      [
        [2017, "2016-12-31"],
        [2018, "2017-12-31"],
      ],
    ],
    [
      "within a month of the declaration",
      "2017-11-20",
      [
        [2017, "2017-12-20"],
        [2018, "2017-12-31"],
      ],
    ],
    ["that has no month left after the declaration not at all", "2017-12-20", [[2018, "2017-12-31"]]],
  ] as const)("asks for objectives of a year %s", (_since, declaredOn, asked) => {
    const policy = { ...inOrder.policy, objectives: [] };
    const facts = { ...inOrder, policy, declaredOn: declaredOn && plainDate(declaredOn) };
    const tasks = tasksOf(facts, "officer", today);
    expect(tasks.flatMap((task) => (task.kind === "objectives" ? [[task.year, task.dueOn]] : []))).toEqual(
      asked,
    );
  });

  it.each(["claimed", "blocked", "answered", "closed"] as const)("leaves to others what is %s", (stage) => {
    const facts = { findings: [finding({ stage, owesReply: { agency: false, lead: true } })] };
    expect(kinds(facts)).toEqual([]);
  });

  it("lets the head approve again what was cancelled, and the officer submit it", () => {
    const undone = line({ state: "draft", draft: { ...written, undone: true } });
    const facts = { set: { items: [], others: [undone] } };
    expect(kinds(facts, "head")).toEqual(["approveDraft"]);
    expect(kinds(facts, "deputy")).toEqual(["approveDraft"]);
    expect(kinds(facts, "officer")).toEqual(["submit"]);
  });

  it("asks to submit a draft rather than to begin a second revision", () => {
    const drafted = line({ state: "review_due", draft: written, reviewDueOn: today });
    expect(kinds({ set: { items: [item("review_due", [drafted])], others: [] } })).toEqual(["submit"]);
  });

  it.each([
    [written, ["submit", "submitPolicy"], []],
    [waiting, [], ["approve", "sign"]],
    [returned, ["resubmit", "resubmitPolicy"], []],
  ])("lies on the desk whose turn it is", (draft, officer, head) => {
    const facts = {
      set: { items: [], others: [line({ state: "draft", draft })] },
      policy: { ...inOrder.policy, draft: { id: "p" }, ...draft },
    };
    expect([kinds(facts, "officer").sort(), kinds(facts, "head").sort()]).toEqual([officer, head]);
  });

  it("begins with what passed from one desk to the other, before what is late", () => {
    const facts = { findings: [finding({ dueOn: plainDate("01/01/2017") })] };
    const others = (draft: DocumentLine["draft"]) => ({
      set: { items: [], others: [line({ state: "draft", draft })] },
    });
    expect(kinds({ ...facts, ...others(waiting) }, "head")).toEqual(["approve", "finding"]);
    expect(kinds({ ...facts, ...others(returned) })).toEqual(["resubmit", "finding"]);
    expect(kinds({ ...facts, ...others(written) })).toEqual(["finding", "submit"]);
  });

  const outside = { by: "Ngô Văn Khánh", on: today };
  const revoked = {
    set: { items: [], others: [line({ outside })] },
    policy: {
      ...inOrder.policy,
      gaps: ["signed-outside", "not-posted"] as const,
      current: { signerName: "Ngô Văn Khánh", signedOn: today },
    },
    findings: [finding({ dueOn: plainDate("01/01/2017") })],
  };

  it.each([
    ["head", ["resign", "reapprove", "approve", "finding"]],
    ["deputy", ["reapprove", "approve", "finding"]],
    ["officer", ["finding"]],
    ["nobody", []],
  ] as const)("begins with what nobody in office signed, on the desk of the %s", (desk, expected) => {
    const others = [line({ id: "2", state: "draft", draft: waiting }), line({ outside })];
    expect(kinds({ ...revoked, set: { items: [], others } }, desk)).toEqual(expected);
  });

  it("asks for one act where the text that heals it waits already", () => {
    expect(kinds({ set: { items: [], others: [line({ outside, draft: waiting })] } }, "head")).toEqual([
      "approve",
    ]);
  });

  const unsent = {
    set: { items: [], others: [line({ state: "draft", draft: written })] },
    policy: { ...inOrder.policy, draft: { id: "p" } },
  };

  it.each([
    ["none-signed", false],
    ["former-head", false],
    ["former-head", true],
  ] as const)("leaves the head's own signature on the head's desk: %s, returned %s", (gap, back) => {
    const policy = { ...unsent.policy, gaps: [gap], ...(back ? returned : written) };
    expect(kinds({ policy }, "head")).toEqual(["signDraft"]);
    expect(kinds({ policy }, "deputy")).toEqual([]);
  });

  it("lies with whoever decides where nobody else writes", () => {
    const alone = { ...unsent, alone: true };
    expect(kinds(alone, "head")).toEqual(["signDraft", "approveDraft"]);
    expect(kinds(alone, "deputy")).toEqual(["approveDraft"]);
    expect(kinds(alone, "officer")).toEqual(["submitPolicy", "submit"]);
    expect(kinds(unsent, "head")).toEqual([]);
  });

  it("names a document once, though it answers two requirements", () => {
    const both = line({ state: "draft", draft: written });
    expect(kinds({ set: { items: [item("draft", [both]), item("draft", [both])], others: [] } })).toEqual([
      "submit",
    ]);
  });

  it("leaves alone what is closed, withdrawn or reviewed", () => {
    expect(
      kinds({
        findings: [finding({ dueOn: today, stage: "closed" })],
        set: { items: [], others: [line({ state: "withdrawn", draft: written })] },
        policy: {
          ...inOrder.policy,
          objectives: [
            { year: 2016, result: "98%" },
            { year: 2017, result: null },
            { year: 2018, result: null },
          ],
        },
      }),
    ).toEqual([]);
  });

  it.each([
    ["30/11/2017", [2017], []],
    ["01/12/2017", [2017], [[2018, "2017-12-31"]]],
    ["31/12/2017", [2017, 2018], []],
    ["15/01/2018", [2017], [[2018, "2017-12-31"]]],
    [
      "01/12/2017",
      [],
      [
        [2017, "2016-12-31"],
        [2018, "2017-12-31"],
      ],
    ],
  ] as const)("asks on %s, objectives of %j being set, for %j", (on, set, asked) => {
    const objectives = set.map((year) => ({ year, result: "98%" }));
    const tasks = tasksOf(
      { ...inOrder, policy: { ...inOrder.policy, objectives } },
      "officer",
      plainDate(on),
    );
    expect(tasks.map((task) => (task.kind === "objectives" ? [task.year, task.dueOn] : task.kind))).toEqual(
      asked,
    );
  });

  it("puts what is late longest first, and what has no date last", () => {
    const due = fc.option(fc.integer({ min: 10, max: 28 }).map((day) => plainDate(`${day}/12/2017`)));
    fc.assert(
      fc.property(fc.array(due), (dates) => {
        const findings = dates.map((dueOn, n) => finding({ id: String(n), dueOn }));
        const sorted = tasksOf({ ...inOrder, findings }, "officer", today).map(
          (task) => task.dueOn ?? "9999",
        );
        expect(sorted).toEqual([...sorted].sort());
      }),
    );
  });
});
