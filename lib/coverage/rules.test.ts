import { expect, it } from "vitest";

import { countCoverage, missingOf, scopeChange } from "@/lib/coverage/rules";
import type { Handled } from "@/lib/coverage/types";
import { plainDate } from "@/lib/kernel/plain-date";

const day = plainDate("01/01/2017");

const handled = (id: string, more: Partial<Handled> = {}): Handled => ({
  ...{ id, code: null, name: id, field: "", levels: "", decides: "", performs: "" },
  ...{ shared: false, noCase: false, internal: false, since: day, ended: false, replacedBy: null },
  decision: { id: "law", kind: "decision", number: "1/QĐ-UBND", issuer: "UBND", issuedOn: day, title: "" },
  ...{ handledSince: day, documents: [] },
  ...more,
});

const carried = { documents: [{ id: "d", code: "QT-01" }] };

it("counts internal procedures apart", () => {
  const all = [handled("a", carried), handled("b"), handled("c", { internal: true, ...carried })];
  expect(countCoverage({ handled: all })).toEqual({
    published: { covered: 1, total: 2 },
    internal: { covered: 1, total: 1 },
  });
  expect(missingOf({ handled: all }).map(({ id }) => id)).toEqual(["b"]);
});

it.each([
  ["nothing was recorded of the day of the declaration", [], ["a"], null],
  ["the scope is the same, in any order", ["a", "b"], ["b", "a"], null],
  ["a procedure has come", ["a"], ["a", "b"], { added: ["b"], gone: [] }],
  ["one has gone, another has come", ["a", "b"], ["b", "c"], { added: ["c"], gone: ["a"] }],
  ["all have gone", ["a"], [], { added: [], gone: ["a"] }],
] as const)("asks for a declaration anew, or not, where %s", (_, then, now, expected) => {
  const of = (ids: readonly string[]) => ({ handled: ids.map((id) => handled(id)) });
  const change = scopeChange(of(then), of(now));
  expect(
    change && { added: change.added.map(({ id }) => id), gone: change.gone.map(({ id }) => id) },
  ).toEqual(expected);
});
