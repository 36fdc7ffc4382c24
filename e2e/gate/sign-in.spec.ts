import { expect, request, test, type APIRequestContext } from "@playwright/test";

import { send } from "./actions";
import { comparable } from "./comparable";
import { adoptSite } from "@/e2e/support/world/site";
import { signIn, origin, visitor } from "./visitors";
import { disconnect, createAccount, rows, unique } from "@/tests/support/scopes";

test.beforeAll(adoptSite);

test.afterAll(disconnect);

const whereTo = async (somebody: APIRequestContext): Promise<string> => {
  const answer = await somebody.get("/me");
  return answer.status() === 200 ? "in" : (answer.headers()["location"] ?? String(answer.status()));
};

const cookieOf = async (somebody: APIRequestContext): Promise<string> =>
  (await somebody.storageState()).cookies.find((cookie) => cookie.name.endsWith("nenep.session"))?.value ??
  "";

const refusal = async (name: string, password: string) => {
  const stranger = await visitor(null);
  const { headers, ...rest } = (await comparable(await signIn(stranger, name, password), [name])) as {
    headers: string[];
  };
  return { ...rest, headers: headers.filter((each) => !each.startsWith("set-cookie")) };
};

test("an unknown name, a wrong password and a disabled account get one answer", async () => {
  const [known, disabled] = [await createAccount("head"), await createAccount("head")];
  await rows("update account set disabled_at = now() where id = $1", [disabled.id]);
  const wrong = await refusal(known.name, "not the password");
  expect(JSON.stringify(wrong)).toContain("error=CredentialsSignin");
  expect(await refusal(`nobody.${unique()}`, "not the password")).toEqual(wrong);
  expect(await refusal(disabled.name, "nenep-demo")).toEqual(wrong);
});

test("after five failures the right password waits too, for a known name and an unknown one", async () => {
  const { name } = await createAccount("head");
  for (const each of [name, `nobody.${unique()}`]) {
    for (let attempt = 0; attempt < 5; attempt += 1) await refusal(each, "not the password");
    await rows(
      `insert into sign_in_attempt (account_name, address, network, succeeded)
       select account_name, 'proof', network, false from sign_in_attempt, generate_series(1, 2) where account_name = $1`,
      [each],
    );
    const answer = await signIn(await visitor(null), each);
    expect(answer.headers()["location"], each).toMatch(/error=wait-\d+/);
  }
  await rows("update sign_in_attempt set at = at - interval '1 hour' where account_name = $1", [name]);
  await expect(visitor(name)).resolves.toBeDefined();
});

test("while one machine never stops guessing, a colleague beside it comes in with a new browser", async () => {
  const { name } = await createAccount("officer");
  const beside = { "x-forwarded-for": "198.51.100.77" };
  await rows(
    `insert into sign_in_attempt (account_name, address, network, succeeded)
     select 'nobody.' || n, 'proof', '198.51.100.0/24', false from generate_series(1, 120) n`,
    [],
  );
  const machine = await visitor(null);
  let going = true;
  const noise = (async () => {
    while (going) await signIn(machine, `nobody.${unique()}`, "wrong guess", undefined, beside);
  })();
  const colleague = () =>
    visitor(null).then((browser) => signIn(browser, name, undefined, undefined, beside));
  for (let day = 0; day < 5; day += 1)
    expect((await colleague()).headers()["location"], String(day)).toMatch(/\/me$/);
  const slip = await signIn(await visitor(null), name, "not the password", undefined, beside);
  expect(slip.headers()["location"]).toContain("error=CredentialsSignin");
  expect((await colleague()).headers()["location"]).toMatch(/\/me$/);
  going = false;
  await noise;
});

test("signing in gives a new token, whatever was planted; a cookie once dead stays dead", async () => {
  const [victim, attacker] = [await createAccount("head"), await createAccount("head")];
  const theirs = await visitor(attacker.name);
  const planted = await cookieOf(theirs);
  await signIn(theirs, victim.name);
  const fresh = await cookieOf(theirs);
  expect(fresh).not.toBe(planted);
  const [row] = await rows<{ open: number }>(
    "select count(*)::int as open from session where account_id = $1 and revoked_at is null",
    [victim.id],
  );
  expect(row?.open).toBe(1);
  await signOut(theirs);
  const replayed = await (await visitor(null)).get("/me", { headers: { cookie: `nenep.session=${fresh}` } });
  expect(replayed.headers()["location"] ?? "").toContain("/sign-in");
});

/** Whose browser it is, as the site has left it there for its own pages to read. */
const ownerOf = async (somebody: APIRequestContext) => {
  const { cookies } = await somebody.storageState();
  const { value, httpOnly, sameSite, expires } =
    cookies.find((cookie) => cookie.name.endsWith("nenep.account")) ?? {};
  const days = ((expires ?? 0) - Date.now() / 1000) / 86_400;
  return { value, readable: httpOnly === false, sameSite, lasting: days > 300 };
};

const signOut = async (somebody: APIRequestContext, token?: string): Promise<unknown> => {
  const csrf = (await somebody.storageState()).cookies.find((cookie) => cookie.name.endsWith("nenep.csrf"));
  return somebody.post("/api/auth/signout", {
    headers: { origin: origin() },
    form: {
      csrfToken: token ?? decodeURIComponent(csrf?.value ?? "").split("|")[0] ?? "",
      callbackUrl: "/sign-in",
    },
  });
};

test("a browser says whose it is: whoever signed in last, however their session ended, until they sign out", async () => {
  const [first, second] = [await createAccount("inspector"), await createAccount("officer")];
  const browser = await visitor(null);
  const is = (value: string) => ({ value, readable: true, sameSite: "Lax", lasting: true });
  await signIn(browser, first.name, "not the password");
  expect((await ownerOf(browser)).value).toBeUndefined();
  await signIn(browser, first.name);
  expect(await ownerOf(browser)).toEqual(is(first.id));
  await rows("update session set expires_at = now() where account_id = $1", [first.id]);
  expect((await browser.get("/api/field/clock")).status()).toBe(401);
  expect(await ownerOf(browser), "the session ran out").toEqual(is(first.id));
  await signIn(browser, second.name);
  expect(await ownerOf(browser)).toEqual(is(second.id));
  await signOut(browser, "not the token");
  expect(await ownerOf(browser), "still signed in").toEqual(is(second.id));
  await signOut(browser);
  expect(await ownerOf(browser)).toEqual(is("nobody"));
});

test("where the session had run out, signing out leaves a browser that is nobody's, too", async () => {
  const { id, name } = await createAccount("inspector");
  const browser = await visitor(name);
  await rows("update session set expires_at = now() where account_id = $1", [id]);
  await signOut(browser);
  expect((await ownerOf(browser)).value).toBe("nobody");
});

test("a browser that signed in before it said whose it is says so with its first answer", async () => {
  const { id, name } = await createAccount("inspector");
  const { cookies } = await (await visitor(name)).storageState();
  const before = cookies.filter((cookie) => !cookie.name.endsWith("nenep.account"));
  const browser = await request.newContext({
    ...{ baseURL: origin(), maxRedirects: 0 },
    storageState: { cookies: before, origins: [] },
  });
  expect((await browser.get("/api/field/clock")).status()).toBe(200);
  expect((await ownerOf(browser)).value).toBe(id);
});

const since = (column: "last_seen_at" | "expires_at", interval: string): string =>
  `update session set ${column} = now() ${interval} where account_id = $1`;

test.describe("a session ends", () => {
  const cases = [
    ["head", since("last_seen_at", "- interval '29 minutes'"), "in"],
    ["head", since("last_seen_at", "- interval '31 minutes'"), "/sign-in"],
    ["inspector", since("last_seen_at", "- interval '23 hours'"), "in"],
    ["inspector", since("last_seen_at", "- interval '25 hours'"), "/sign-in"],
    ["head", since("expires_at", "+ interval '1 minute'"), "in"],
    ["head", since("expires_at", "- interval '1 second'"), "/sign-in"],
  ] as const;
  for (const [role, statement, expected] of cases)
    test(`${role}: ${statement} leads ${expected}`, async () => {
      const { id, name } = await createAccount(role);
      const somebody = await visitor(name);
      await rows(statement, [id]);
      expect(await whereTo(somebody)).toContain(expected);
    });
});

test("being used does not lengthen the longest life of a session", async () => {
  const { id, name } = await createAccount("head");
  const somebody = await visitor(name);
  const ends = () => rows("select expires_at from session where account_id = $1", [id]);
  await rows(since("last_seen_at", "- interval '10 minutes'"), [id]);
  const before = await ends();
  expect(await whereTo(somebody)).toBe("in");
  expect(await ends()).toEqual(before);
});

const endings = [
  ["disableAccount", {}],
  ["revokeSessions", {}],
  ["resetPassword", { version: "1" }],
] as const;

for (const [door, more] of endings)
  test(`${door} by an administrator ends every way in with the next request`, async () => {
    const { id, name } = await createAccount("head");
    const [somebody, admin] = [await visitor(name), await visitor((await createAccount("admin")).name)];
    expect(await whereTo(somebody)).toBe("in");
    await send(admin, `app/accounts/actions.ts#${door}`, { id, ...more });
    expect(await whereTo(somebody)).toContain("/sign-in");
  });

test("no route that changes something listens to another site", async () => {
  const officer = await visitor((await createAccount("officer")).name);
  const nothing = "00000000-0000-4000-8000-000000000000";
  const calls = [
    ["post", "/locale"],
    ["post", "/api/auth/callback/credentials"],
    ["post", "/api/auth/signout"],
    ["put", `/api/field/sheets/${nothing}`],
    ["put", `/api/field/minutes/${nothing}`],
    ["put", `/api/field/attachments/${nothing}`],
    ["put", `/api/field/captions/${nothing}`],
    ["put", `/api/field/groups/${nothing}`],
    ["put", `/api/field/photos/${"0".repeat(64)}`],
  ] as const;
  for (const [method, path] of calls)
    for (const headers of [{}, { origin: "null" }, { origin: "https://example.org" }]) {
      const answer = await officer[method](path, { headers, data: "{}" });
      expect.soft(answer.status(), `${method} ${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  expect(await whereTo(officer)).toBe("in");
});
