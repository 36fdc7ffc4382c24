import { afterEach, expect, it, vi } from "vitest";

import { isForeign } from "@/lib/gate/origin";

afterEach(() => {
  vi.unstubAllEnvs();
});

const sent = (origin: string, host: string, forwarded?: string): Headers =>
  new Headers({ origin, host, ...(forwarded !== undefined && { "x-forwarded-host": forwarded }) });

it.each([
  ["a page of the site", sent("http://site:3000", "site:3000"), false],
  [
    "behind a proxy that says the host that is set",
    sent("https://nenep.example", "app:3000", "nenep.example"),
    false,
  ],
  ["a host that somebody claims", sent("http://evil", "site:3000", "evil"), true],
  ["a claim beside a page of the site", sent("http://site:3000", "site:3000", "evil"), false],
  ["another port", sent("http://site:3001", "site:3000"), true],
  ["another site behind the proxy", sent("https://evil.example", "app:3000", "nenep.example"), true],
  ["an origin that begins alike", sent("http://site:3000.evil.example", "site:3000"), true],
  ["no origin", new Headers({ host: "site:3000" }), true],
])("%s", (_what, headers, foreign) => {
  vi.stubEnv("NEXTAUTH_URL", "https://nenep.example");
  expect(isForeign(headers)).toBe(foreign);
});

it("trusts no forwarded host where none is set", () => {
  vi.stubEnv("NEXTAUTH_URL", "");
  expect(isForeign(sent("http://evil", "site:3000", "evil"))).toBe(true);
});
