import { expect, it } from "vitest";

import { sentenceFor, turnedBack } from "@/lib/gate/turned-back";

const site = new Headers({ host: "site:3000", origin: "http://site:3000" });
const evil = new Headers({ host: "site:3000", origin: "http://evil" });
const bare = new Headers({ host: "site:3000" });

it.each([
  ["GET", "/findings/1", bare, null],
  ["GET", "/files/%E1%BA%A3nh", bare, null],
  ["GET", "/files/%ff", bare, 400],
  ["PUT", "/api/field/sheets/%ff", site, 400],
  ["PUT", "/api/field/sheets/1", site, null],
  ["GET", "/files/%", bare, 400],
  ["POST", "/findings/1/answer", site, null],
  ["POST", "/findings/1/answer", evil, 403],
  ["POST", "/findings/1/answer", bare, 403],
  ["POST", "/api/mail/stop/secret", bare, null],
  ["OPTIONS", "/", bare, 405],
  ["DELETE", "/api/field/sheets/1", site, 405],
] as const)("%s %s is answered %#", (method, path, headers, status) => {
  expect(turnedBack({ method, path, headers })).toBe(status);
});

it("speaks the language of the browser", () => {
  expect(sentenceFor(405, "en")).toMatch(/^This/);
  expect(sentenceFor(405, undefined)).not.toBe(sentenceFor(405, "en"));
  expect(sentenceFor(400, "xx")).toBe(sentenceFor(400, "vi"));
});
