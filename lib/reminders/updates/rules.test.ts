import { expect, it } from "vitest";

import { coverTask } from "@/lib/reminders/updates/rules";
import type { Handled } from "@/lib/coverage/types";
import { plainDate } from "@/lib/kernel/plain-date";

const day = plainDate("01/01/2017");

const handled = (name: string, carried: boolean): Handled => ({
  ...{ id: name, code: "1.004238", name, field: "", levels: "", decides: "", performs: "" },
  ...{ shared: false, noCase: false, internal: false, since: day, ended: false, replacedBy: null },
  decision: { id: "law", kind: "decision", number: "1/QĐ-UBND", issuer: "UBND", issuedOn: day, title: "" },
  ...{ handledSince: day, documents: carried ? [{ id: "d", code: "QT-01" }] : [] },
});

it("asks once for all procedures that no document carries, and for nothing where there is none", () => {
  const some = [handled("Một", true), handled("Hai", false), handled("Ba", false)];
  expect(coverTask({ handled: some })).toEqual([
    { kind: "cover", count: 2, first: "1.004238 Hai", dueOn: null },
  ]);
  expect(coverTask({ handled: [handled("Một", true)] })).toEqual([]);
  expect(coverTask(null)).toEqual([]);
});
