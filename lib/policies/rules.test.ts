import { expect, it } from "vitest";

import { isInForce, isPosted, policyGaps } from "@/lib/policies/rules";
import { plainDate } from "@/lib/kernel/plain-date";

const today = plainDate("31/12/2017");
const posting = {
  id: "p",
  place: "Sảnh",
  postedOn: plainDate("01/04/2016"),
  removedOn: null,
  attachmentId: null,
};

it("is in force from its signature until the next one", () => {
  const signedOn = plainDate("15/03/2016");
  expect(isInForce({ signedOn: null, replacedOn: null }, today)).toBe(false);
  expect(isInForce({ signedOn, replacedOn: null }, today)).toBe(true);
  expect(isInForce({ signedOn, replacedOn: today }, today)).toBe(false);
});

it("hangs from the day it was posted until it was taken down", () => {
  expect(isPosted(posting, today)).toBe(true);
  expect(isPosted({ ...posting, removedOn: today }, today)).toBe(false);
  expect(isPosted(posting, plainDate("31/03/2016"))).toBe(false);
});

it.each([
  ["nothing wanting", { signerId: "head", postings: [posting] }, []],
  ["not posted", { signerId: "head", postings: [] }, ["not-posted"]],
  [
    "signed by a former head and taken down",
    { signerId: "x", postings: [{ ...posting, removedOn: today }] },
    ["former-head", "not-posted"],
  ],
  ["none", null, ["none-signed"]],
] as const)("says what is wanting: %s", (_name, policy, gaps) => {
  expect(policyGaps(policy, { headId: "head", inOffice: true }, today)).toEqual(gaps);
});

it.each(["head", "x"])("says that whoever signed held no office that day, once: signed by %s", (signerId) => {
  const signed = { signerId, postings: [posting] };
  expect(policyGaps(signed, { headId: "head", inOffice: false }, today)).toEqual(["signed-outside"]);
});
