import { expect, test } from "@playwright/test";

import { idOf } from "./actions";
import { settleIn, type Places } from "./places";
import { signIn, origin, visitor } from "./visitors";
import { disconnect } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

const answer = "app/findings/[id]/actions.ts#answer";

for (const [method, path, status, said] of [
  ["GET", "/files/%ff", 400, "Địa chỉ này không đọc được"],
  ["GET", "/findings/%ff", 400, "Địa chỉ này không đọc được"],
  ["PUT", "/api/field/sheets/%ff", 400, "Địa chỉ này không đọc được"],
  ["TRACE", "/", 405, "Hệ thống không nhận loại yêu cầu này"],
  ["OPTIONS", "/api/field/pack", 405, "Hệ thống không nhận loại yêu cầu này"],
  ["DELETE", "/desk", 405, "Hệ thống không nhận loại yêu cầu này"],
] as const)
  test(`${method} ${path} is turned back in words: ${status}`, async () => {
    const somebody = await visitor(places.accounts.inspector);
    const turned = await somebody.fetch(path, { method, headers: { origin: origin() } });
    expect(turned.status()).toBe(status);
    expect(await turned.text()).toContain(said);
  });

test("a form from another site is turned back in words, with scripts or without", async () => {
  const officer = await visitor(places.accounts.officer);
  const page = `/findings/${places.names.own.finding}/answer`;
  for (const headers of [
    { origin: "http://evil.example", "next-action": idOf(answer) },
    { origin: "http://evil.example" },
    { origin: "http://evil.example", "x-forwarded-host": "evil.example" },
    { origin: `${origin()}.evil.example` },
    {},
  ]) {
    const turned = await officer.post(page, { headers, multipart: { findingId: "x" } });
    expect.soft(turned.status(), JSON.stringify(headers)).toBe(403);
    expect.soft(await turned.text()).toContain("Yêu cầu không gửi từ trang của hệ thống");
  }
});

test("signing in leads to this site, whatever address it was to lead to", async () => {
  for (const callbackUrl of [
    `${origin()}.evil.example/`,
    "http://evil.example/",
    "//evil.example",
    "http://[",
  ]) {
    const somebody = await visitor(null);
    await somebody.get("/api/auth/signin");
    const led = await signIn(somebody, places.accounts.head, undefined, undefined, {}, callbackUrl);
    expect.soft(led.status(), callbackUrl).toBe(302);
    expect.soft(new URL(led.headers()["location"] ?? "", origin()).origin, callbackUrl).toBe(origin());
  }
});
