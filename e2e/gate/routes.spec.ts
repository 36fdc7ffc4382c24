import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";

import { expect, test, type APIRequestContext } from "@playwright/test";

import { send } from "./actions";
import { comparable } from "./comparable";
import { missing, settleIn, type Places } from "./places";
import { ask, doorOf, open, proofRoutes, type Asked, type Guarded } from "./routes";
import { lapsed, visitor } from "./visitors";
import { routes } from "@/lib/gate/doors";
import { matrix, type Action } from "@/lib/identity/matrix";
import { roles, type Role } from "@/lib/identity/types";
import { idFrom, disconnect, one, createAccount, reaches, rows, type Scope } from "@/tests/support/scopes";

let places: Places;
let report: string;

/** A yearly report, issued as the leader issues it. */
async function issued(): Promise<string> {
  const leader = await visitor(places.accounts.leader);
  const number = randomInt(1, 99_999);
  await send(leader, "app/reports/[year]/actions.ts#issue", { year: "2016", number: String(number) });
  return idFrom("select id from issued_report where year = 2016 and number = $1", [number]);
}

test.beforeAll(async () => {
  places = await settleIn();
  report = await issued();
});

test.afterAll(disconnect);

const guarded = Object.keys(proofRoutes) as Guarded[];

const named = async (route: Guarded, where: Scope): Promise<Asked> => ({
  ...places.names[where],
  ...{ report, item: randomUUID() },
  ...(await proofRoutes[route].ready?.(where)),
});

const nothing = (): Asked => ({ ...missing, report: missing.visit, item: randomUUID() });

const partsOf = (asked: Asked): string[] =>
  [...new Set(Object.values(asked))].filter((part) => part.includes("-"));

/** All that this account has had written: history, what devices delivered, pieces of photographs. */
const writtenBy = async (name: string): Promise<number> =>
  (
    await one<{ n: number }>(
      `select ((select count(*) from journal_entry where actor_id = a.id) + (select count(*) from field_delivery where received_by = a.id)
         + (select count(*) from photo_chunk where uploaded_by = a.id))::int as n from account a where name = $1`,
      [name],
    )
  ).n;

const rightTo = (route: Guarded, role: Role) => matrix[routes[doorOf(route)]][role];

test("every route handler is asked as each role, or stands open for a reason", () => {
  const asked = new Set<string>([...guarded.map(doorOf), ...Object.keys(open)]);
  expect([...asked].sort()).toEqual(Object.keys(routes).sort());
});

type Asker = { name: string; somebody: APIRequestContext; role: Role };

async function asIfMissing({ somebody, role }: Asker, route: Guarded): Promise<object> {
  const none = nothing();
  const answer = await comparable(await ask(somebody, route, none), partsOf(none));
  if (rightTo(route, role) === "none") expect.soft(answer, route).toMatchObject({ status: 404, markup: "" });
  return answer;
}

async function expectRefused(
  { name, somebody }: Asker,
  route: Guarded,
  asked: Asked,
  none: object,
): Promise<void> {
  const before = await writtenBy(name);
  const answer = await ask(somebody, route, asked);
  expect.soft(answer.status(), route).toBeGreaterThanOrEqual(404);
  expect.soft(await comparable(answer, partsOf(asked)), route).toEqual(none);
  expect.soft(await writtenBy(name), route).toBe(before);
}

const toThoseWhoMay = (route: Guarded): [number, RegExp] =>
  proofRoutes[route].leadsOn ? [303, /receipt=\d+$/] : [200, /^$/];

async function expectAnswered({ somebody }: Asker, route: Guarded, asked: Asked): Promise<void> {
  const answer = await ask(somebody, route, asked);
  const [status, location] = toThoseWhoMay(route);
  expect.soft(answer.status(), route).toBe(status);
  expect.soft(answer.headers()["location"] ?? "", route).toMatch(location);
}

// One's own last: it uses up the pieces of a photograph, which are the asker's and no agency's.
const inTurn: readonly Scope[] = ["other", "own"];

async function expectByMatrix(asker: Asker, route: Guarded): Promise<void> {
  const none = await asIfMissing(asker, route);
  for (const where of proofRoutes[route].ofNobody ? (["own"] as const) : inTurn) {
    const asked = await named(route, where);
    if (!reaches(rightTo(route, asker.role), where)) await expectRefused(asker, route, asked, none);
    else await expectAnswered(asker, route, asked);
  }
}

for (const role of roles)
  test(`${role}: each route handler answers about one's own, others' and nobody's as the matrix says`, async () => {
    const name = places.accounts[role];
    const asker = { name, role, somebody: await visitor(name) };
    expect(guarded.length).toBeGreaterThan(10);
    for (const route of guarded) await expectByMatrix(asker, route);
  });

const toStrangers = (route: Guarded): [number, RegExp] =>
  proofRoutes[route].leadsOn ? [303, /^\/sign-in\?ended=lost&next=/] : [401, /^$/];

test("nobody, and whose way in has ended, gets nothing of a route handler but that they must sign in", async () => {
  const strangers = [["nobody", await visitor(null)] as const, ...(await lapsed())];
  for (const route of guarded) {
    const asked = await named(route, "own");
    for (const [who, somebody] of strangers) {
      const answer = await ask(somebody, route, asked);
      const [status, location] = toStrangers(route);
      expect.soft([answer.status(), await answer.text()], `${who} ${route}`).toEqual([status, ""]);
      expect.soft(answer.headers()["location"] ?? "", who).toMatch(location);
    }
  }
});

/** What may be read without saying for whom: a phone that holds nothing yet cannot know. */
const toWhoNamesNobody: Readonly<Record<string, number>> = {
  "/api/field/clock": 200,
  "/api/field/pack": 200,
};

test("whoever is signed in gets and does nothing for whom a device names instead, and all of it for themselves", async () => {
  const mine = await idFrom("select id from account where name = $1", [places.accounts.inspector]);
  const { id: another } = await createAccount("inspector");
  const inspector = await visitor(places.accounts.inspector);
  const ofDevices = guarded.filter((route) => route.startsWith("/api/field/"));
  expect(ofDevices.length).toBeGreaterThan(10);
  for (const route of ofDevices) {
    const asked = await named(route, "own");
    const before = await writtenBy(places.accounts.inspector);
    for (const said of [another, missing.visit, ""]) {
      const answer = await ask(inspector, route, asked, { "field-account": said });
      expect.soft([answer.status(), await answer.text()], `${route} for «${said}»`).toEqual([412, ""]);
      expect.soft(answer.headers()["site-time"], "a word of the site").toBeDefined();
    }
    expect.soft(await writtenBy(places.accounts.inspector), route).toBe(before);
    const unnamed = await ask(inspector, route, asked, {});
    expect.soft(unnamed.status(), `${route} of an app from before`).toBe(toWhoNamesNobody[route] ?? 412);
    expect.soft(await writtenBy(places.accounts.inspector), `${route} of an app from before`).toBe(before);
    const answer = await ask(inspector, route, asked, { "field-account": mine });
    expect.soft(answer.status(), `${route} for themselves`).toBe(200);
  }
});

test("the visits a device takes along are those of one's own teams", async () => {
  const inspector = await visitor(places.accounts.inspector);
  const pack = await (await inspector.get("/api/field/pack")).text();
  expect(pack).toContain(places.names.own.visit);
  expect(pack).not.toContain(places.names.other.visit);
});

/** A calendar address of somebody with this role. */
async function createCalendar(role: Role): Promise<{ account: string; token: string }> {
  const { id: account } = await createAccount(role);
  const token = randomBytes(32).toString("base64url");
  await rows("insert into calendar_feed (account_id, token_hash, locale) values ($1, $2, 'vi')", [
    account,
    createHash("sha256").update(token).digest(),
  ]);
  return { account, token };
}

const statusOf = (action: Action, role: Role): number => (matrix[action][role] === "none" ? 404 : 200);

const closings = {
  "of a disabled account": "update account set disabled_at = now() where id = $1",
  revoked: "update calendar_feed set revoked_at = now() where account_id = $1",
};

test("a calendar is read by an address that stands, of whoever has visits; any other is one that never was", async () => {
  const program = await visitor(null);
  // Wrong addresses are counted by caller: these are nobody else's.
  const headers = { "x-forwarded-for": `192.0.2.${1 + Math.floor(Math.random() * 250)}` };
  const read = async (token: string) =>
    comparable(await program.get(`/calendars/${token}.ics`, { headers }), [token]);
  const never = await read(randomBytes(32).toString("base64url"));
  expect(never).toMatchObject({ status: 404, markup: "" });
  for (const role of roles) {
    const { token } = await createCalendar(role);
    expect.soft(await read(token), role).toMatchObject({ status: statusOf("calendar.self", role) });
  }
  for (const [how, statement] of Object.entries(closings)) {
    const { account, token } = await createCalendar("officer");
    expect.soft(await read(token), how).toMatchObject({ status: 200 });
    await rows(statement, [account]);
    expect.soft(await read(token), how).toEqual(never);
  }
});
