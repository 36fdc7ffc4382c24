import { expect, it } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import { waitingTasks } from "@/lib/reminders/waiting/rules";

it.each([
  ["answered", false, ["verify"]],
  ["claimed", false, ["judge"]],
  ["open", true, ["reply"]],
  ["answered", true, ["verify", "reply"]],
  ["corrected", false, ["confirm"]],
  ["corrected", true, ["confirm", "reply"]],
  ["closed", true, ["reply"]],
] as const)("asks the team of a finding that is %s, asked: %s", (stage, owesReply, expected) => {
  const waiting = {
    id: "1",
    agencyName: "Sở Nội vụ",
    topic: "direction" as const,
    evidence: "",
    stage,
    correctedOn: stage === "corrected" ? plainDate("05/11/2017") : null,
    owesReply,
    turns: 1,
    asked: 1,
  };
  expect(waitingTasks([waiting]).map((task) => task.kind)).toEqual(expected);
});
