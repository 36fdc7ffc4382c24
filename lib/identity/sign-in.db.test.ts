import type * as argon2 from "@node-rs/argon2";
import { verify } from "@node-rs/argon2";
import { afterAll, beforeEach, describe, expect, it, test, vi } from "vitest";

import { changeOwnPassword } from "@/lib/accounts/own/commands";
import { findKeptInput, forgetKeptInput, keepFor } from "@/lib/gate/kept-input";
import { signIn } from "@/lib/identity/commands";
import { lapsedSessionOf, viewerOfToken } from "@/lib/identity/viewer";
import type * as clock from "@/lib/platform/clock";
import { now } from "@/lib/platform/clock";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

// Files of tests share what they load: here everything is loaded anew with these two, and let go of afterwards.
vi.hoisted(() => vi.resetModules());
afterAll(() => void vi.resetModules());

// Argon2 itself, and a count of how often it was asked.
vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});

// The real clock, which a test may hold: how fast the machine is must not say how many guesses are looked at.
vi.mock("@/lib/platform/clock", async (load) => {
  const real = await load<typeof clock>();
  return { ...real, now: vi.fn(real.now) };
});

beforeEach(() => {
  vi.mocked(verify).mockClear();
  vi.mocked(now).mockReset();
});

const attempt = (name: string, password: string) =>
  signIn({ name, password }, { address: "test", userAgent: null });

/** The cost a hash was made with, as it says itself. */
const costs = (): unknown[] =>
  vi.mocked(verify).mock.calls.map(([stored]) => /^\$argon2id\$v=\d+\$[^$]+/.exec(String(stored))?.[0]);

test("an unknown name is the same work as a known one: Argon2 once, at the same cost", async () => {
  await attempt("leader", "not the password");
  const known = costs();
  expect(known).toHaveLength(1);
  vi.mocked(verify).mockClear();
  expect(await attempt("nobody.here", "not the password")).toMatchObject({
    problems: [{ code: "wrong-credentials" }],
  });
  expect(costs()).toEqual(known);
});

test("a disabled account is the same work too", async () => {
  await rowsOf("update account set disabled_at = now() where name = 'head'");
  expect(await attempt("head", "nenep-demo")).toMatchObject({ problems: [{ code: "wrong-credentials" }] });
  expect(costs()).toHaveLength(1);
  await rowsOf("update account set disabled_at = null where name = 'head'");
});

test.each(["admin", "nobody.at.all"])(
  "%s has to wait after failures, without Argon2 being asked",
  async (name) => {
    for (let failures = 0; failures < 8; failures += 1)
      await rowsOf(
        "insert into sign_in_attempt (account_name, address, network, succeeded) values ($1, 'test', 'test', false)",
        [name],
      );
    expect(await attempt(name, "nenep-demo")).toMatchObject({ problems: [{ code: "wait" }] });
    expect(verify).not.toHaveBeenCalled();
  },
);

describe("somebody who guesses", () => {
  const right = "nenep-demo";
  const from = (address: string, device: string | null = null) => ({ address, userAgent: null, device });
  const guess = (name: string, address: string, device: string | null = null) =>
    signIn({ name, password: "wrong guess" }, from(address, device));
  const codeOf = (result: Awaited<ReturnType<typeof signIn>>): string =>
    result.ok ? "in" : (result.problems[0]?.code ?? "");

  const begun = new Date();
  const clockStandsAt = (seconds: number) =>
    vi.mocked(now).mockReturnValue(new Date(begun.getTime() + seconds * 1000));

  beforeEach(async () => {
    await rowsOf("delete from sign_in_attempt");
    clockStandsAt(0);
  });

  it("keeps nobody out who comes from elsewhere, however long", async () => {
    for (let n = 0; n < 40; n += 1) await guess("admin", "203.0.113.9");
    expect(codeOf(await signIn({ name: "admin", password: right }, from("203.0.113.77")))).toBe("wait");
    expect(codeOf(await signIn({ name: "admin", password: right }, from("198.51.100.4")))).toBe("in");
    expect(codeOf(await signIn({ name: "admin", password: right }, from("2001:db8:1:2::7")))).toBe("in");
  });

  it("keeps nobody out of a browser they have used before, even beside them", async () => {
    await signIn({ name: "admin", password: right }, from("192.0.2.1", "own browser"));
    await rowsOf(
      `insert into sign_in_attempt (account_name, address, network, succeeded)
       select 'admin', '', '192.0.2.0/24', false from generate_series(1, 130)`,
    );
    expect(codeOf(await signIn({ name: "admin", password: right }, from("192.0.2.1", "own browser")))).toBe(
      "in",
    );
    expect(codeOf(await signIn({ name: "admin", password: right }, from("192.0.2.1", "another")))).toBe(
      "wait",
    );
    for (let n = 0; n < 6; n += 1) await guess("admin", "192.0.2.1", "own browser");
    expect(codeOf(await guess("admin", "192.0.2.1", "own browser"))).toBe("wait");
  });

  it("is looked at no more often when all guesses come at once", async () => {
    const atOnce = async () => {
      vi.mocked(verify).mockClear();
      const answers = await Promise.all(Array.from({ length: 20 }, () => guess("head", "192.0.2.1")));
      const waiting = answers.filter((answer) => codeOf(answer) === "wait");
      return { lookedAt: vi.mocked(verify).mock.calls.length, waiting: waiting.length };
    };
    expect(await atOnce()).toEqual({ lookedAt: 5, waiting: 15 });
    clockStandsAt(1);
    expect(await atOnce()).toEqual({ lookedAt: 1, waiting: 19 });
  });

  it("keeps no colleague out in whose network one never stops guessing, and has few guesses itself", async () => {
    for (let second = 0; second < 60; second += 1) {
      clockStandsAt(second);
      await rowsOf(
        `insert into sign_in_attempt (account_name, address, network, succeeded, at)
         select 'nobody.' || $1 || '.' || n, '', '192.0.2.0/24', false, $2 from generate_series(1, 4) n`,
        [second, now()],
      );
    }
    await guess("admin", "192.0.2.1");
    await guess("admin", "192.0.2.1");
    expect(codeOf(await guess("admin", "192.0.2.1"))).toBe("wait");
    expect(codeOf(await signIn({ name: "officer", password: right }, from("192.0.2.200", "new")))).toBe("in");
    await guess("head", "192.0.2.200");
    expect(codeOf(await signIn({ name: "head", password: right }, from("192.0.2.200")))).toBe("in");
  });

  it("has few guesses from each network at a name that fails everywhere; who comes from yet another is looked at", async () => {
    await rowsOf(
      `insert into sign_in_attempt (account_name, address, network, succeeded, at)
       select 'leader', '', 'somewhere ' || n, false, $1 from generate_series(1, 60) n`,
      [now()],
    );
    await guess("leader", "203.0.113.9");
    await guess("leader", "203.0.113.9");
    expect(codeOf(await guess("leader", "203.0.113.9"))).toBe("wait");
    expect(codeOf(await signIn({ name: "leader", password: right }, from("198.51.100.4")))).toBe("in");
  });

  it("in a session that is open has to wait too", async () => {
    const viewer = await viewerNamed("head");
    const input = { current: "wrong guess", password: "một câu dài và mới", repeated: "một câu dài và mới" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => changeOwnPassword(viewer, input)));
    const codes = answers.map((each) => (each.ok ? "in" : (each.problems[0]?.code ?? ""))).sort();
    expect(codes).toEqual([...Array<string>(5).fill("password-wrong"), ...Array<string>(15).fill("wait")]);
    const change = await changeOwnPassword(viewer, { ...input, current: right });
    expect(!change.ok && change.problems[0]?.code).toBe("wait");
  });
});

describe("a cookie", () => {
  /** A session of the officer, with what has become of it. */
  const cookie = async (name: string, became = ""): Promise<string> => {
    await rowsOf(
      "insert into session (token_hash, account_id, expires_at, last_seen_at) select sha256($1::bytea), id, now() + interval '1 hour', now() from account where name = 'officer'",
      [name],
    );
    if (became) await rowsOf(`update session set ${became} where token_hash = sha256($1::bytea)`, [name]);
    return name;
  };

  it.each<[string, string, boolean]>([
    ["that ran out a moment ago", "expires_at = now() - interval '1 minute'", true],
    ["that nothing was heard of", "last_seen_at = now() - interval '2 hours'", true],
    ["that still lives", "user_agent = 'x'", false],
    ["that was ended", "revoked_at = now()", false],
    ["that was ended and ran out", "revoked_at = now(), expires_at = now() - interval '1 minute'", false],
    ["that ran out two days ago", "expires_at = now() - interval '2 days'", false],
  ])("%s", async (name, became, mayKeep) => {
    expect((await lapsedSessionOf(await cookie(name, became)))?.lately).toBe(mayKeep);
  });

  it("of a disabled account writes nothing, and is nobody's", async () => {
    const token = await cookie("disabled", "expires_at = now() - interval '1 minute'");
    await rowsOf("update account set disabled_at = now() where name = 'officer'");
    expect(await lapsedSessionOf(token)).toMatchObject({ ended: true, lately: false });
    const before = await rowsOf(
      "select last_seen_at from session where token_hash = sha256('disabled'::bytea)",
    );
    expect(await viewerOfToken(token)).toBeNull();
    expect(
      await rowsOf("select last_seen_at from session where token_hash = sha256('disabled'::bytea)"),
    ).toEqual(before);
    await rowsOf("update account set disabled_at = null where name = 'officer'");
  });

  it("keeps what was typed on the pages sent last, each by its whole address", async () => {
    const accountId = (await viewerNamed("officer")).accountId ?? "";
    for (let n = 0; n < 20; n += 1)
      await keepFor(accountId, "findings.discuss", `/findings/${n}`, { text: String(n) });
    expect(await keepFor(accountId, "findings.discuss", `/${"x".repeat(5000)}`, { text: "x" })).toBe(false);
    const kept = await rowsOf<{ path: string }>(
      "select path from kept_input where account_id = $1 order by kept_at, path",
      [accountId],
    );
    expect(kept.map(({ path }) => path)).toEqual(
      [10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map((n) => `/findings/${n}`),
    );
  });

  it("gives text back to the record it was typed for alone, and forgets that of no other", async () => {
    const viewer = await viewerNamed("officer");
    const accountId = viewer.accountId ?? "";
    const page = (id: string): string => `/agencies/ubnd-duc-pho/objectives/edit?id=${id}`;
    await keepFor(accountId, "objectives.write", page("A"), { text: "của A" });
    await keepFor(accountId, "objectives.write", page("B"), { text: "của B" });
    const typed = async (at: string) => (await findKeptInput(viewer, "objectives.write", at)).values["text"];
    expect(await typed(page("A"))).toBe("của A");
    expect(await typed(`${page("B")}&receipt=000012`)).toBe("của B");
    expect(await typed(page("C"))).toBeUndefined();
    expect(await typed("/agencies/ubnd-duc-pho/objectives/edit")).toBeUndefined();
    await forgetKeptInput(viewer, "objectives.write", page("A"));
    expect(await typed(page("A"))).toBeUndefined();
    expect(await typed(page("B"))).toBe("của B");
  });
});
