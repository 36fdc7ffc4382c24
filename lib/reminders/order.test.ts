import { expect, it } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import { tasksOf, timingOf, type Facts } from "@/lib/reminders/rules";

const today = plainDate("31/12/2017");

it("begins with the next step, where an agency has nothing yet", () => {
  const missing = { id: "1", clause: "4.2.3", title: "Kiểm soát tài liệu", usualCode: "QT-01" };
  const nothing: Facts = {
    set: { items: [{ ...missing, state: "missing", documents: [], heldOn: null }], others: [] },
    policy: { gaps: ["none-signed"], current: null, draft: null, submission: null, objectives: [] },
    findings: [],
    updates: [],
    coverage: null,
    adoption: {
      standing: { bucket: "not_started", dueOn: plainDate("31/12/2016") },
      next: { kind: "planned", on: null },
    },
    ...{ yearly: [], declaredOn: null, alone: false },
  };
  const kinds = tasksOf(nothing, "officer", today).map(({ kind }) => kind);
  expect(kinds.slice(0, 2)).toEqual(["milestone", "declare"]);
});

it.each([
  ["overdue", "30/12/2017"],
  ["today", "31/12/2017"],
  ["ahead", "01/01/2018"],
] as const)("is %s", (timing, date) => {
  expect(timingOf({ dueOn: plainDate(date) }, today)).toBe(timing);
});
it("is undated where nobody set a day", () => {
  expect(timingOf({ dueOn: null }, today)).toBe("undated");
});
