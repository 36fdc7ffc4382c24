import { expect, test, type APIRequestContext } from "@playwright/test";

import { send, wasTaken, type Door } from "./actions";
import { comparable } from "./comparable";
import { proofForms } from "./forms";
import { missing, settleIn, type Names, type Places } from "./places";
import { lapsed, visitor } from "./visitors";
import { formActions } from "@/lib/gate/form-doors";
import { matrix, type Action } from "@/lib/identity/matrix";
import { roles, type Role } from "@/lib/identity/types";
import { disconnect, createAccount, rows } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

/** Forms that name no record: nobody else's can be meant by them. */
const ofNobodyElse = new Set<Door>([
  "app/me/actions.ts#changeOwnPassword",
  "app/me/actions.ts#endOtherSessions",
  "app/me/actions.ts#saveMailSetting",
]);

const doors = Object.entries(formActions) as [Door, Action][];

/** The forms in which this role could name what is somebody else's. */
const aboutOthers = (role: Role): [Door, Action][] =>
  doors.filter(([door, action]) => matrix[action][role] !== "province" && !ofNobodyElse.has(door));

/** How often these accounts have changed something, by the history: one act may write several entries, in one transaction. */
const actsOf = async (names: readonly string[]): Promise<number> => {
  const [row] = await rows<{ n: number }>(
    "select count(distinct xmin::text)::int as n from journal_entry where actor_id in (select id from account where name = any($1))",
    [names],
  );
  return row?.n ?? 0;
};

const partsOf = (names: Names): string[] =>
  [...new Set(Object.values(names))].filter((part) => part.includes("-"));

for (const role of roles)
  test(`${role}: a form about what is another's is answered as one about nothing, and does nothing`, async () => {
    const name = places.accounts[role];
    const somebody = await visitor(name);
    const before = await actsOf([name]);
    for (const [door] of aboutOthers(role)) {
      const { fields } = proofForms[door];
      const theirs = fields(places.names.other);
      const nobodys = swapped(theirs, places.names.other);
      const answer = await comparable(await send(somebody, door, theirs), partsOf(places.names.other));
      const nothing = await comparable(await send(somebody, door, nobodys), partsOf(missing));
      expect.soft(answer, `${role} ${door}`).toEqual(nothing);
    }
    expect(await actsOf([name])).toBe(before);
  });

/** The same fields with every id of a scope, in a value or in a name, replaced by one that does not exist. */
function swapped(fields: Record<string, string>, names: Names): Record<string, string> {
  const keyOf = new Map(Object.entries(names).map(([key, value]) => [value, key as keyof Names]));
  const nobodys = (word: string): string => {
    const key = keyOf.get(word);
    return key === undefined ? word : missing[key];
  };
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field.split(".").map(nobodys).join("."), nobodys(value)]),
  );
}

test("whose way in has ended does nothing by any form, and is told so", async () => {
  const ended = await lapsed();
  for (const [door] of doors)
    for (const [how, somebody] of ended) {
      const answer = await send(somebody, door, proofForms[door].fields(places.names.own));
      const told = answer.headers()["x-action-redirect"] ?? (await answer.text());
      expect.soft(told, `${how} ${door}`).toMatch(/\/sign-in\?ended=kept|Phiên đăng nhập không còn/);
    }
});

const elsewhere: Record<string, string>[] = [
  { origin: "" },
  { origin: "null" },
  { origin: "https://example.org" },
  { "sec-fetch-site": "cross-site" },
];

test("a form that this site did not send does nothing, even in the hands of who may", async () => {
  const held = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await visitor(places.accounts[role])] as const)),
  ) as Record<Role, APIRequestContext>;
  const before = await actsOf(Object.values(places.accounts));
  for (const [door, action] of doors) {
    const role = roles.find((each) => matrix[action][each] !== "none") ?? "admin";
    for (const headers of elsewhere) {
      const answer = await send(held[role], door, proofForms[door].fields(places.names.own), { headers });
      expect.soft(await wasTaken(answer), `${door} ${JSON.stringify(headers)}`).toBe(false);
    }
  }
  expect(await actsOf(Object.values(places.accounts))).toBe(before);
});

/** An account for one double: its history then tells of that double alone. */
async function oneWhoMay(action: Action): Promise<{ name: string; somebody: APIRequestContext }> {
  const role = roles.find((each) => matrix[action][each] !== "none") ?? "admin";
  const { name } = role === "inspector" ? { name: places.accounts.inspector } : await createAccount(role);
  return { name, somebody: await visitor(name) };
}

/** A session beside the one that is used, where the form is about one's own. */
async function anotherSession(door: Door, name: string): Promise<string> {
  if (!door.startsWith("app/me/")) return places.names.own.session;
  await visitor(name);
  const [row] = await rows<{ id: string }>(
    "select id from session where account_id = (select id from account where name = $1) order by created_at desc limit 1",
    [name],
  );
  return row?.id ?? "";
}

for (const [door, action] of doors)
  test(`the same bytes sent twice at once are taken once: ${door}`, async () => {
    const { name, somebody } = await oneWhoMay(action);
    const { fields, file, ready } = proofForms[door];
    const session = await anotherSession(door, name);
    const prepared = { ...places.names.own, ...(await ready?.(name)), session };
    const form = fields(prepared);
    const before = await actsOf([name]);
    const answers = await Promise.all([
      send(somebody, door, form, { file }),
      send(somebody, door, form, { file }),
    ]);
    const taken = await Promise.all(answers.map(wasTaken));
    // The second is refused; or, where it says what is already so, it is told so.
    expect(taken).toContain(true);
    expect(answers.map((answer) => answer.status()).every((status) => status < 500)).toBe(true);
    expect(await actsOf([name])).toBe(before + 1);
  });
