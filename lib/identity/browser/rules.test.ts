import { describe, expect, it, test } from "vitest";

import { isOwners, nobody, ownerIn, storeToOpen, type Owner } from "@/lib/identity/browser/rules";

const oanh = "11111111-1111-4111-8111-111111111111";
const khanh = "22222222-2222-4222-8222-222222222222";

describe("which store opens, and whether what is open may stay", () => {
  it.each<[string, Owner, string | null, string | null]>([
    ["signed in, or their session ran out", oanh, oanh, oanh],
    ["another person signed in", khanh, oanh, khanh],
    ["somebody signed in where nothing was opened before", khanh, null, khanh],
    ["somebody signed out", nobody, oanh, null],
    ["signed out, nothing opened before", nobody, null, null],
    ["signed in before the site said whose the browser is", null, oanh, oanh],
    ["a new browser", null, null, null],
  ])("%s", (_who, owner, last, opens) => {
    expect(storeToOpen(owner, last)).toBe(opens);
    if (opens !== null) expect(isOwners(owner, opens)).toBe(true);
    if (last !== null && last !== opens) expect(isOwners(owner, last)).toBe(false);
  });
});

test.each<[string, Owner]>([
  ["", null],
  ["nenep.locale=vi", null],
  [`a=b; nenep.account=${oanh}; c=d`, oanh],
  [`nenep.account=${nobody}`, nobody],
  [`nenep.account=${khanh}; __Host-nenep.account=${oanh}`, oanh],
  [`__Host-nenep.account=${nobody}; nenep.account=${khanh}`, nobody],
  ["nenep.account=", null],
  ["nenep.account=../../x", null],
  [`xnenep.account=${oanh}`, null],
])("of the cookies «%s» the owner is %s", (cookies, owner) => {
  expect(ownerIn(cookies)).toBe(owner);
});
