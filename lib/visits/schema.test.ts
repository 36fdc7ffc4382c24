import { expect, it } from "vitest";

import { finaliseForm, instant } from "@/lib/visits/schema";
import { minutesMessage } from "@/lib/visits/sealed/schema";

const asked = "TCVN ISO 9001:2008, 5.3";
const typed = {
  visitId: "0193a5c0-0000-7000-8000-000000000001",
  "severity.D.2": "minor",
  "evidence.D.2": "Niêm yết bản ký năm 2012",
  "reference.D.2": "Bảng tin tầng 1, ngày 12/10/2017",
  "scope.D.2": "Trụ sở chính",
  "dueOn.D.2": "30/01/2018",
  "asked.D.2": asked,
  opinion: "absent",
  startedOn: "12/10/2017",
};
const findingOf = (more: Record<string, string>) => finaliseForm.parse({ ...typed, ...more }).findings[0];

it("takes a requirement from the office form only where the inspector made it more precise", () => {
  expect(findingOf({ "requirement.D.2": asked })).not.toHaveProperty("requirement");
  expect(findingOf({ "requirement.D.2": `${asked}, khoản 2` })?.requirement).toBe(`${asked}, khoản 2`);
  expect(findingOf({ "requirement.D.2": " " })?.requirement).toBe("");
  expect(findingOf({})?.reference).toBe("Bảng tin tầng 1, ngày 12/10/2017");
});

const ofBefore = {
  questionCode: "D.2",
  severity: "minor",
  evidence: "Bảng tin tầng 1 niêm yết bản ký năm 2012",
  scope: "Trụ sở chính",
  dueOn: "2018-01-30",
};
const messageWith = (finding: object) => ({
  format: 1,
  visitId: typed.visitId,
  recordedAt: "2017-12-31T09:00:00+07:00",
  conclusion: "",
  findings: [finding],
  representative: { opinion: "absent", name: "", title: "", statement: "", signature: { kind: "none" } },
  fingerprint: "0".repeat(64),
});

it("takes minutes of an app of before as they are, and those of today with their parts", () => {
  expect(minutesMessage.parse(messageWith(ofBefore)).findings).toEqual([ofBefore]);
  const ofToday = {
    ...ofBefore,
    reference: "Bảng tin tầng 1, ngày 15/3/2016",
    requirement: "khoản 2 Điều 5",
  };
  expect(minutesMessage.parse(messageWith(ofToday)).findings).toEqual([ofToday]);
  expect(minutesMessage.safeParse(messageWith({ ...ofBefore, reference: "" })).success).toBe(false);
});

it.each([
  ["2017-12-31T09:00:00+07:00", "2017-12-31T02:00:00.000Z"],
  ["1970-01-01T00:12:00.000Z", "1970-01-01T00:12:00.000Z"],
  ["1900-06-01T00:00:00Z", "1900-06-01T00:00:00.000Z"],
  ["2400-06-01T00:00:00Z", "2400-06-01T00:00:00.000Z"],
  ["0001-01-01T00:00:00Z", "1900-01-02T00:00:00.000Z"],
  ["9999-12-31T23:59:59Z", "2999-12-30T00:00:00.000Z"],
  ["+010000-01-01T00:00:00.000Z", "2999-12-30T00:00:00.000Z"],
  ["-000001-01-01T00:00:00.000Z", "1900-01-02T00:00:00.000Z"],
])("takes the moment that a clock claims, however far off it was: %s", (claimed, taken) => {
  expect(instant.parse(claimed).toISOString()).toBe(taken);
});

it.each(["", "hôm nay", "2017-12-31", "2017-13-01T00:00:00Z", "+010000-99-01T00:00:00.000Z"])(
  "takes nothing for a moment that no clock says: %j",
  (said) => {
    expect(instant.safeParse(said).error?.issues.map(({ message }) => message)).toEqual(["unknown-input"]);
  },
);
