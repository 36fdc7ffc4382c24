import { expect, test, type APIRequestContext } from "@playwright/test";

import { addressOf } from "./addresses";
import { comparable, withoutHints } from "./comparable";
import { missing, settleIn, type Names, type Places } from "./places";
import { lapsed, visitor } from "./visitors";
import { pages, type Needs } from "@/lib/gate/doors";
import { lacksOffice, matrix, type Action } from "@/lib/identity/matrix";
import { roles } from "@/lib/identity/types";
import { scopes, disconnect, createAccount, reaches } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

type Cell = { page: string; action: Action; address: string; parts: string[] };

const guarded = (Object.entries(pages) as [string, Needs][]).flatMap(([page, needs]) =>
  needs === "anybody" ? [] : [{ page, action: needs }],
);

const asked = (names: Names): Cell[] =>
  guarded.map(({ page, action }) => ({ page, action, ...addressOf(page, names) }));

/** Several at a time, as a browser asks; in the order given. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

/** Let in: the page itself, or sent on to another page of the site where this one has nothing to do. */
/** Pages that are there for a while only: in whose turn a finding is, what a plan waits for. Journeys go there. */
const inTurn = /^\/findings\/\[id\]\/|^\/audits\/programmes\/|^\/reports\//;

async function expectAdmitted(somebody: APIRequestContext, { address, page }: Cell): Promise<void> {
  if (inTurn.test(page)) return;
  const answer = await somebody.get(address);
  expect.soft([200, 307], `${page} ${address}`).toContain(answer.status());
  expect.soft(answer.headers()["location"] ?? "", page).not.toContain("/sign-in");
  expect.soft(await answer.text(), page).not.toContain("<title>Không có trang này");
}

async function expectAsIfMissing(somebody: APIRequestContext, { address, parts, page }: Cell): Promise<void> {
  const none = addressOf(page, missing);
  const answer = await comparable(await somebody.get(address), parts);
  expect.soft(answer, page).toMatchObject({ status: 404 });
  expect.soft(answer, page).toEqual(await comparable(await somebody.get(none.address), none.parts));
}

for (const role of roles)
  test(`${role}: each page of one's own, of others and of nobody answers as the matrix says`, async () => {
    const somebody = await visitor(places.accounts[role]);
    const cells = scopes.flatMap((where) => asked(places.names[where]).map((one) => ({ ...one, where })));
    expect(cells.length).toBeGreaterThan(guarded.length);
    await each(cells, async (cell) => {
      const scope = matrix[cell.action][role];
      // Where there is but one record, or no right at all, a second scope says nothing new.
      if (cell.where === "other" && (cell.parts.length === 0 || scope === "none")) return;
      if (reaches(scope, cell.where)) await expectAdmitted(somebody, cell);
      else await expectAsIfMissing(somebody, cell);
    });
  });

test("a head out of office is shown whose their office is, of records of another agency and of none in the same bytes", async () => {
  const somebody = await visitor((await createAccount("head")).name);
  const ofOffice = asked(places.names.other).filter(
    ({ action }) => matrix[action].head === "own" && lacksOffice({ role: "head", office: null }, action),
  );
  expect(ofOffice.length).toBeGreaterThan(15);
  await each(ofOffice, async ({ address, parts, page }) => {
    const none = addressOf(page, missing);
    const seen = await comparable(await somebody.get(address), parts);
    expect.soft(seen, page).toEqual(await comparable(await somebody.get(none.address), none.parts));
  });
});

test("nobody, and whose way in has ended, is sent to sign in by every page, with the same bytes", async () => {
  const nobody = await visitor(null);
  const ended = await lapsed();
  await each(asked(places.names.own), async ({ address, parts, page }) => {
    const seen = async (visitor: APIRequestContext) =>
      withoutHints(await comparable(await visitor.get(address), [encodeURIComponent(address), ...parts]));
    const plain = await seen(nobody);
    expect.soft(plain, page).toMatchObject({ status: 307 });
    expect.soft(JSON.stringify(plain), page).toContain("location: /sign-in?next=ASKED");
    for (const [how, somebody] of ended) {
      expect.soft(await seen(somebody), `${how} ${page}`).toEqual(plain);
    }
  });
});

const variantsOf = (address: string): string[] => [
  `/${address}`,
  address.replaceAll(/(?<=.)\//g, "//"),
  `${address}/`,
  `${address}/.`,
  `${address}%00`,
  `${address};x=1`,
  `${address}.rsc`,
  `${address}?_rsc=1`,
  address.toUpperCase(),
  address.replace(/(?<=.)\//, "/%2e/"),
  address.replace(/(?<=.)\//, "%2f"),
  `/_next/data${address}.json`,
];

/** What comes of an address once every way to another path of this site has been followed. */
async function arrive(somebody: APIRequestContext, address: string): Promise<string> {
  let answer = await somebody.get(`${places.origin}${address}`);
  for (let hops = 0; hops < 4 && answer.headers()["location"]; hops += 1)
    answer = await somebody.get(new URL(answer.headers()["location"] ?? "/", places.origin).href);
  return answer.status() === 200 ? answer.text() : "";
}

test("no spelling of an address opens what the address does not", async () => {
  const officer = await visitor(places.accounts.officer);
  const closed = asked(places.names.other).filter(
    ({ action, parts }) => !reaches(matrix[action].officer, parts.length > 0 ? "other" : "own"),
  );
  const doors = new Map(closed.map((cell) => [cell.action, cell.address]));
  expect(doors.size).toBeGreaterThan(12);
  await each([...doors.values()].flatMap(variantsOf), async (variant) => {
    expect.soft(await arrive(officer, variant), variant).not.toContain('class="content"');
  });
  expect(await arrive(officer, addressOf("/agencies/[code]", places.names.own).address)).toContain(
    'class="content"',
  );
});
