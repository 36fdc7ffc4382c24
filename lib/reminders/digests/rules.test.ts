import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import { wordsIn } from "@/lib/platform/words";
import { digestPaper } from "@/lib/reminders/digests/labels";
import { digestOf, dutyOf, rungOf, sectionOf } from "@/lib/reminders/digests/rules";
import { rungs, type Told } from "@/lib/reminders/digests/types";
import { letterOf } from "@/lib/reminders/mails/labels";
import { retryAfter } from "@/lib/reminders/mails/rules";
import type { Task } from "@/lib/reminders/types";

const due = plainDate("15/06/2017");
const finding = (id: string, dueOn: PlainDate | null, round = 0): Task => ({
  kind: "finding",
  id,
  round,
  topic: "policy_posting",
  evidence: "Bảng tin",
  dueOn,
});

it("calls soon due only what has come within the first rung", () => {
  const tasks = [-349, -15, -14, 0, 1].map((late) => finding(String(late), addDays(due, -late)));
  expect(tasks.map((task) => sectionOf(task, due))).toEqual(["later", "later", "ahead", "today", "overdue"]);
  expect(sectionOf(finding("x", null), due)).toBe("undated");
  const said = wordsIn("vi");
  const to = { name: "An", home: "/desk", agencyCode: "snv", publicUrl: "", stop: "" };
  const paper = digestPaper((key, values) => said(key, values), tasks, to, due);
  expect(paper.sections.map(({ heading }) => heading)).toEqual([
    "Đã quá hạn (1)",
    "Hạn trong hôm nay (1)",
    "Sắp đến hạn (1)",
    "Còn lâu mới đến hạn (2)",
  ]);
});

it("asks an inspector once for each day since which something has been seen corrected", () => {
  const confirm = (on: string): Task => ({
    kind: "confirm",
    ...{ id: "f", topic: "policy_posting", evidence: "Bảng tin cũ.", agencyName: "Sở Nội vụ", dueOn: null },
    correctedOn: plainDate(on),
  });
  expect(dutyOf(confirm("05/11/2017"), "p")).not.toBe(dutyOf(confirm("06/11/2017"), "p"));
  const said = wordsIn("vi");
  const to = { name: "An", home: "/today", agencyCode: "", publicUrl: "", stop: "" };
  const paper = digestPaper((key, values) => said(key, values), [confirm("05/11/2017")], to, due);
  expect(JSON.stringify(paper.sections)).toContain("Đã thấy khắc phục ngày 05/11/2017");
});

describe("the ladder", () => {
  it.each([
    [-15, null],
    [-14, "before14"],
    [-4, "before14"],
    [-3, "before3"],
    [-1, "before3"],
    [0, "due"],
    [6, "due"],
    [7, "overdue7"],
    [29, "overdue7"],
    [30, "overdue30"],
    [400, "overdue30"],
  ])("stands %i days after the due date on %s", (days, rung) => {
    expect(rungOf(due, addDays(due, days))).toBe(rung);
  });

  it("tells once of what has no date", () => {
    expect(rungOf(null, due)).toBe("undated");
  });

  it("tells of each rung once at most, in their order, whatever days the job runs on", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -20, max: 60 }), { maxLength: 40 }), (days) => {
        const told: Told[] = [];
        for (const day of days.sort((a, b) => a - b)) {
          const digest = digestOf([finding("1", due)], "snv", told, addDays(due, day));
          told.push(...(digest?.fresh ?? []));
          expect(digestOf([finding("1", due)], "snv", told, addDays(due, day))).toBeNull();
        }
        const order = told.map(({ rung }) => rungs.indexOf(rung));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
      }),
    );
  });

  it("begins anew where the due date was moved", () => {
    const moved = finding("1", addDays(due, 30));
    const told = [{ duty: dutyOf(finding("1", due), "snv"), rung: "due" as const }];
    expect(digestOf([finding("1", due)], "snv", told, due)).toBeNull();
    expect(digestOf([moved], "snv", told, addDays(due, 30))?.fresh).toEqual([
      { duty: dutyOf(moved, "snv"), rung: "due" },
    ]);
  });

  it("tells again of a second return, and of a second question, and not of the same one", () => {
    const returned = (round: number): Task => ({
      ...{ kind: "returned", id: "1", topic: "policy_posting", evidence: "Bảng tin" },
      ...{ round, dueOn: due },
    });
    const told = digestOf([returned(2)], "snv", [], due)?.fresh ?? [];
    expect(digestOf([returned(2)], "snv", told, due)).toBeNull();
    expect(digestOf([returned(4)], "snv", told, due)?.fresh).toHaveLength(1);
  });

  it("tells again of a finding that waits for its agency once more, under its old name as long as it never did", () => {
    const told = digestOf([finding("1", due)], "snv", [], due)?.fresh ?? [];
    expect(told).toEqual([{ duty: `snv/finding/1/${due}`, rung: "due" }]);
    expect(digestOf([finding("1", due, 0)], "snv", told, due)).toBeNull();
    expect(digestOf([finding("1", due, 2)], "snv", told, due)?.fresh).toHaveLength(1);
  });

  it("keeps the duties of two agencies, and of two things, apart", () => {
    const names = [
      dutyOf(finding("1", due), "snv"),
      dutyOf(finding("1", due), "stttt"),
      dutyOf(finding("2", due), "snv"),
      dutyOf({ kind: "internal_audit", year: 2017, dueOn: due }, "snv"),
      dutyOf({ kind: "management_review", year: 2017, dueOn: due }, "snv"),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("the letter", () => {
  const to = {
    name: "Lê Thị Mai",
    home: "/desk",
    agencyCode: "snv",
    publicUrl: "https://nenep.example",
    stop: "https://nenep.example/mail/stop/x",
  };
  const paper = (locale: "vi" | "en", tasks: readonly Task[], on = due) => {
    const words = wordsIn(locale);
    return letterOf(
      digestPaper((key, values) => words(key, values), tasks, to, on),
      locale,
    );
  };

  it("names everything that is owed, dated or not, whatever of it is new", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -60, max: 60 })), { maxLength: 12 }), (days) => {
        const tasks = days.map((each, n) => finding(`f-${n}`, each === null ? null : addDays(due, each)));
        const { text, html } = paper("vi", tasks);
        for (const task of tasks) {
          expect(text).toContain(`https://nenep.example/findings/${"id" in task ? task.id : ""}\n`);
          expect(html).toContain(`https://nenep.example/findings/${"id" in task ? task.id : ""}"`);
        }
      }),
    );
  });

  it("says in the subject how much there is and how much is late, in the language of the reader", () => {
    const tasks = [finding("1", addDays(due, -7)), finding("2", null)];
    expect(paper("vi", tasks).subject).toBe("Nề Nếp: 2 việc cần làm, 1 việc đã quá hạn");
    expect(paper("en", tasks).subject).toBe("Nề Nếp: 2 things to do, 1 overdue");
    expect(paper("vi", tasks).text).toContain("Quá hạn 7 ngày (08/06/2017)");
  });

  it("is composed Vietnamese, and never markup somebody typed", () => {
    const typed = {
      ...finding("1", due),
      evidence: '<img src=x onerror="a"> Quảng Ngãi'.normalize("NFD"),
    } as Task;
    const { text, html, subject } = paper("vi", [typed]);
    expect([text, html, subject].every((each) => each === each.normalize("NFC"))).toBe(true);
    expect(html).toContain("&lt;img src=x onerror=&quot;a&quot;&gt; Quảng Ngãi");
    expect(html).not.toContain("<img");
  });

  it("says how to stop it", () => {
    expect(paper("vi", [finding("1", due)]).text).toContain(
      "Ngừng nhận thư nhắc việc: https://nenep.example/mail/stop/x",
    );
  });
});

it("tries for a day, ever more slowly, and then no more", () => {
  const pauses = Array.from({ length: 20 }, (_, n) => retryAfter(n + 1)).filter((each) => each !== null);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(pauses.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(20 * 3600);
  expect(retryAfter(pauses.length + 1)).toBeNull();
});
