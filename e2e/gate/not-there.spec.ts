import { expect, type APIResponse } from "@playwright/test";

import { browsers } from "./form-filling";
import { settleIn, type Places } from "./places";
import { origin, visitor } from "./visitors";
import { enterAs } from "@/e2e/support/test";
import { test } from "@/e2e/support/tabs";
import { pages, type Needs } from "@/lib/gate/doors";
import { matrix } from "@/lib/identity/matrix";
import { roles, type Role } from "@/lib/identity/types";
import { disconnect } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

const all = Object.entries(pages) as [string, Needs][];

/** An address of each page that names a record: of one that there is not. */
const missing = all
  .filter(([page]) => page.includes("["))
  .map(([page]) =>
    page
      .replace("[code]", "khong-co")
      .replace("[entity]", "account")
      .replaceAll(/\[\w+\]/g, "00000000-0000-4000-8000-000000000000"),
  );

const refusedTo = (role: Role): string[] =>
  all
    .filter(([page, needs]) => !page.includes("[") && needs !== "anybody" && matrix[needs][role] === "none")
    .map(([page]) => page);

const said = {
  vi: ["Không có trang này", "Địa chỉ không đúng, hoặc nội dung này không thuộc phần việc của bạn."],
  en: ["There is no such page", "The address is wrong, or this is not part of your work."],
} as const;

/** What a browser without scripts has of an answer: its status, and what its markup says outside of scripts. */
async function readIn(answer: APIResponse) {
  const markup = (await answer.text()).replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
  return {
    status: answer.status(),
    lang: /<html[^>]* lang="(\w+)"/.exec(markup)?.[1],
    titles: [...markup.matchAll(/<title[^>]*>([^<]*)<\/title>/g)].map(([, title]) => title),
    heading: /<h1[^>]*>([^<]*)<\/h1>/.exec(markup)?.[1],
    text: /<\/h1><p>([^<]*)<\/p>/.exec(markup)?.[1],
  };
}

const page404 = (locale: "vi" | "en") => ({
  ...{ status: 404, lang: locale, titles: [`${said[locale][0]} – Nề Nếp`] },
  ...{ heading: said[locale][0], text: said[locale][1] },
});

for (const role of roles)
  test(`what ${role} finds nothing under says so in the markup, before any script`, async () => {
    const somebody = await visitor(role);
    for (const address of missing)
      expect.soft(await readIn(await somebody.get(address)), address).toEqual(page404("vi"));
    for (const address of refusedTo(role)) {
      expect.soft(await readIn(await somebody.get(address)), address).toEqual(page404("vi"));
    }
  });

test("in English too", async () => {
  const officer = await visitor("officer");
  await officer.post("/locale", { headers: { origin: origin() } });
  for (const address of missing)
    expect.soft(await readIn(await officer.get(address)), address).toEqual(page404("en"));
});

test("what is another's reads as what is not there", async () => {
  const officer = await visitor(places.accounts.officer);
  const { code, finding, document, file } = places.names.other;
  for (const address of [
    ...["", "/answer", "/claim"].map((act) => `/findings/${finding}${act}`),
    ...["", "/edit", "/withdraw", "/approve"].map((act) => `/documents/${document}${act}`),
    ...["/people/new", "/milestones/new", "/lapse"].map((act) => `/agencies/${code}${act}`),
    `/mail/stop/${file}`,
  ])
    expect.soft(await readIn(await officer.get(address)), address).toEqual(page404("vi"));
});

/** Records that fixtures bring in, of which no history tells. */
const silent = [
  ["officer", "finding"],
  ["officer", "document"],
  ["officer", "visit"],
  ["leader", "law"],
  ["admin", "account"],
] as const;

for (const [role, entity] of silent)
  test(`the history of ${entity} of which nothing was recorded is empty, and says so; of none there is none`, async () => {
    const somebody = await visitor(places.accounts[role]);
    const { status, heading, titles } = await readIn(
      await somebody.get(`/history/${entity}/${places.names.own[entity]}`),
    );
    expect([status, heading]).toEqual([200, "Chưa có mục lịch sử nào ở đây"]);
    expect(titles).toHaveLength(1);
    const none = await somebody.get(`/history/${entity}/00000000-0000-4000-8000-000000000000`);
    expect(await readIn(none)).toEqual(page404("vi"));
  });

test("an empty history of another agency's record is none", async () => {
  const officer = await visitor(places.accounts.officer);
  for (const entity of ["finding", "document", "visit"] as const)
    expect
      .soft(await readIn(await officer.get(`/history/${entity}/${places.names.other[entity]}`)), entity)
      .toEqual(page404("vi"));
});

for (const { how, scripted } of browsers)
  test.describe(how, () => {
    test.use({ javaScriptEnabled: scripted });

    test("the page stands in the browser, and leads home", async ({ page }) => {
      await enterAs(page, places.accounts.officer);
      const answer = await page.goto("/findings/00000000-0000-4000-8000-000000000000");
      expect(answer?.status()).toBe(404);
      await expect(page).toHaveTitle(`${said.vi[0]} – Nề Nếp`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(said.vi[0]);
      await expect(page.getByText(said.vi[1])).toBeVisible();
      await page.getByRole("link", { name: "Về trang đầu" }).click();
      await expect(page).toHaveURL(/\/desk$/);
    });
  });

test("a form of a page older than the site is led to a page that says so, in its own language", async () => {
  const officer = await visitor(places.accounts.officer);
  const page = `/findings/${places.names.own.finding}/answer`;
  const send = () =>
    officer.post(page, {
      headers: { origin: origin() },
      multipart: { [`$ACTION_ID_${"4".repeat(42)}`]: "", doneBy: "31/12/2017" },
    });
  for (const [locale, sentence] of [
    ["vi", "hệ thống vừa được cập nhật sau khi ông/bà mở trang"],
    ["en", "the site was updated after you opened the page"],
  ] as const) {
    const led = await send();
    expect(led.status()).toBe(303);
    const said = await officer.get(led.headers()["location"] ?? "");
    expect(await said.text()).toContain(sentence);
    expect(await said.text()).toContain(`href="${page}"`);
    expect(await said.text()).toContain(`lang="${locale}"`);
    await officer.post("/locale", { headers: { origin: origin() } });
  }
});
