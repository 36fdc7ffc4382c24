import type * as argon2 from "@node-rs/argon2";
import { verify } from "@node-rs/argon2";
import { beforeEach, expect, test, vi } from "vitest";

import { signIn } from "@/lib/identity/commands";
import { rowsOf } from "@/scripts/test-database/viewer";

// Argon2 itself, and a count of how often it was asked.
vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});

beforeEach(() => void vi.mocked(verify).mockClear());

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
        "insert into sign_in_attempt (account_name, address, succeeded) values ($1, 'test', false)",
        [name],
      );
    expect(await attempt(name, "nenep-demo")).toMatchObject({ problems: [{ code: "wait" }] });
    expect(verify).not.toHaveBeenCalled();
  },
);
