import { expect, it } from "vitest";

import { keptItemOf } from "@/lib/fieldwork/kept/rules";
import { minutesText } from "@/lib/visits/minutes/rules";
import { absent } from "@/lib/visits/minutes/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { Value } from "@/lib/journal/types";

const at = new Date("2017-12-31T02:00:00Z");
const entry = (action: string, content: Record<string, Value>) =>
  keptItemOf({ number: "000001", action, at, actorName: "Lê Văn B", content, clockFast: null });
const away = (to: string, message: object, problem = "Câu này không hỏi") =>
  entry("item-put-away", { item: "i", visit: "v", to, problem, text: JSON.stringify(message) });
const late = (subject: string, content: Record<string, Value>) =>
  entry("item-kept", { subject, late: true, recordedAt: at.toISOString(), ...content });
const sent = { format: 1, visitId: "v", recordedAt: at.toISOString() };

const sealed = minutesText({
  ...{ visitId: "v", answers: {}, photos: {}, rechecks: {}, conclusion: "Khắc phục" },
  signedOn: plainDate("2017-12-31"),
  representative: { ...absent, opinion: "agrees", name: "Phạm Minh Chi" },
  findings: [
    {
      questionCode: "D.2",
      severity: "minor",
      evidence: "Bảng tin cũ",
      scope: "Trụ sở",
      dueOn: plainDate("2018-01-30"),
    },
  ],
});
const answers = { "C.1": { outcome: "partly", note: "Thiếu dấu" } } as const;
const recheck = { outcome: "corrected", note: "Đã ký lại" } as const;

it.each([
  [
    "answers",
    away("sheets", { ...sent, groupCode: "C", version: 0, answers }),
    late("sheet:C", { group: "C", answers }),
    { kind: "sheets", part: "C", answers },
  ],
  [
    "a recheck",
    away("rechecks", { ...sent, findingId: "f", version: 0, ...recheck }),
    late("recheck:f", { finding: "f", ...recheck }),
    { kind: "rechecks", part: "f", recheck },
  ],
  [
    "a photograph",
    away("attachments", {
      ...sent,
      questionCode: "C.1",
      sha256: "a",
      fileName: "ảnh.jpg",
      caption: "Tầng 1",
    }),
    late("photo:C.1", { question: "C.1", sha256: "a", fileName: "ảnh.jpg", caption: "Tầng 1" }),
    { kind: "attachments", part: "C.1", fileName: "ảnh.jpg", caption: "Tầng 1" },
  ],
  [
    "a caption",
    away("captions", { ...sent, questionCode: "C.1", sha256: "a", caption: "Tầng 1" }),
    late("caption:C.1", { question: "C.1", sha256: "a", caption: "Tầng 1" }),
    { kind: "captions", part: "C.1", caption: "Tầng 1" },
  ],
  [
    "a caption that is taken away",
    away("captions", { ...sent, questionCode: "C.1", sha256: "a", caption: "" }),
    late("caption:C.1", { question: "C.1", sha256: "a", caption: "" }),
    { kind: "captions", part: "C.1", sha256: "a", caption: "", text: "" },
  ],
  [
    "a photograph that is taken back",
    away("removals", { ...sent, questionCode: "C.1", sha256: "a" }),
    late("removal:C.1", { question: "C.1", sha256: "a" }),
    { kind: "removals", part: "C.1", sha256: "a", text: "" },
  ],
  [
    "a group",
    away("groups", { ...sent, groupCode: "C", mine: false }),
    late("group:C", { group: "C", mine: false }),
    { kind: "groups", part: "C", mine: false },
  ],
  [
    "minutes",
    away("minutes", { ...sent, fingerprint: "ab", text: sealed }),
    late("minutes", { ...(JSON.parse(sealed) as Record<string, Value>), fingerprint: "ab", text: sealed }),
    {
      kind: "minutes",
      minutes: {
        fingerprint: "ab",
        opinion: "agrees",
        name: "Phạm Minh Chi",
        findings: [{ code: "D.2", evidence: "Bảng tin cũ" }],
      },
    },
  ],
])("says %s in the same words, put away or come late", (_what, putAway, cameLate, words) => {
  for (const item of [putAway, cameLate]) {
    expect(item).toMatchObject(words);
    expect(item?.text).not.toMatch(/[{}[\]"]/);
  }
  expect(putAway?.problem).toBe("Câu này không hỏi");
});

it("says of what cannot be read whatever words are in it, and no more", () => {
  expect(
    away("sheets", { ...sent, answers: { "C.1": { outcome: "fine", note: "nguyên văn" } } }),
  ).toMatchObject({
    kind: "sheets",
    answers: {},
    text: "fine\nnguyên văn",
  });
  expect(away("elsewhere", [1, null, ["x"]])).toMatchObject({ kind: null, text: "" });
  expect(entry("item-put-away", { to: "sheets", text: "no JSON" })).toMatchObject({
    kind: "sheets",
    text: "",
  });
});

it("is nothing where it is about something else", () => {
  expect(entry("section-saved", {})).toBeNull();
  expect(entry("item-kept", { subject: "sheet:C" })).toBeNull();
});

it("lists answers as the checklist does, however history keeps them", () => {
  const said = { outcome: "partly", note: "" } as const;
  const item = late("sheet:C", { group: "C", answers: { "C.1": said, "C.10": said, "C.2": said } });
  expect(Object.keys(item?.answers ?? {})).toEqual(["C.1", "C.2", "C.10"]);
});

it("gives the reasons by their codes where all are known, else the sentence without what the device said of itself", () => {
  const told = "Không còn giao cho bạn. Nội dung vẫn giữ trên máy.";
  const of = (problems: Value) =>
    entry("item-put-away", { item: "i", visit: "v", to: "sheets", problem: told, problems, text: "{}" });
  const codes = [{ code: "too-many-photos", values: { max: 12 } }, { code: "not-in-team" }];
  expect(of(codes)).toMatchObject({ problems: codes, problem: "Không còn giao cho bạn." });
  expect(of([...codes, { code: "of-tomorrow" }])?.problems).toEqual([]);
  expect(of(null)?.problems).toEqual([]);
});
