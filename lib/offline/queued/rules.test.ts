import { expect, it } from "vitest";

import { queueByVisit } from "@/lib/offline/queued/rules";
import type { Body, Item } from "@/lib/offline/types";

const item = (seq: number, body: Body, standing: Item["standing"], visitId = "v"): Item => ({
  ...{ id: `i${seq}`, seq, visitId, subject: body.kind, recordedAt: "2017-12-31T03:00:00Z", body, standing },
  ...{ tries: 1, version: 0 },
});
const sheet = (groupCode: string): Body => ({ kind: "sheet", groupCode, answers: {} });
const receipt = { number: "000001", time: "", fingerprint: "" };
const two: Item["standing"] = {
  state: "conflict",
  conflict: { current: {}, savedBy: "Tâm", savedAt: "" },
};
const refused: Item["standing"] = { state: "refused", problem: "x" };

it("lists first what a person is waited for, in the order of the checklist, last what has arrived", () => {
  const items = [
    item(1, sheet("C"), two),
    item(2, sheet("D"), { state: "sent", receipt }),
    item(3, sheet("B"), refused),
    item(4, { kind: "photo", questionCode: "C.10", sha256: "a", fileName: "a" }, refused),
    item(5, { kind: "photo", questionCode: "C.2", sha256: "b", fileName: "b" }, refused),
    item(6, sheet("A"), { state: "waiting" }),
    item(7, { kind: "minutes", text: "{}", fingerprint: "f" }, refused),
    item(8, sheet("E"), { state: "sent", receipt }),
    item(9, { kind: "recheck", findingId: "f", outcome: "corrected", note: "" }, refused),
  ];
  const [only] = queueByVisit(items);
  expect(only?.items.map(({ seq }) => seq)).toEqual([9, 3, 1, 5, 4, 7, 6, 8, 2]);
  expect(queueByVisit(items.toReversed())[0]?.items).toEqual(only?.items);
  expect(only?.refused.map(({ seq }) => seq)).toEqual([9, 3, 5, 4, 7]);
});

it("lists visits by what was made of them last", () => {
  const items = [1, 2, 3, 4].map((seq) =>
    item(seq, sheet("C"), { state: "waiting" }, seq % 3 === 0 ? "a" : "b"),
  );
  expect(queueByVisit(items).map(({ visitId }) => visitId)).toEqual(["b", "a"]);
});
