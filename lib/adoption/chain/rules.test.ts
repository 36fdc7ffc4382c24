import { expect, it } from "vitest";

import { standingSteps } from "@/lib/adoption/chain/rules";
import { stepsBefore } from "@/lib/adoption/declarations/rules";
import { plainDate } from "@/lib/kernel/plain-date";
import { chain, step } from "@/tests/support/milestones";

it("a step left over after a lapse was cancelled stands on nothing, and the steps before it do", () => {
  const left = [...chain, step("planned", "01/07/2017")];
  expect(standingSteps(left, plainDate("31/12/2017"))).toEqual(chain);
  expect(stepsBefore(left)[0]).toEqual({ kind: "planned", on: "2015-03-01" });
});
