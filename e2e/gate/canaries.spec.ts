import { createHash, randomBytes } from "node:crypto";

import { expect, test, type Page } from "@playwright/test";

import { addressOf } from "./addresses";
import { crawl } from "./crawl";
import { missing, createNames, type Names } from "./places";
import { proofRoutes, type Guarded } from "./routes";
import { visitor } from "./visitors";
import { serveCopy, type Copy } from "@/e2e/support/copy";
import { pages } from "@/lib/gate/doors";
import { docxType } from "@/lib/reports/render/docx";
import { marker, markOtherAgencies } from "@/tests/proof/canaries";
import { codeOf, disconnect, createAccount, rows, choosePlaces, type Scope } from "@/tests/support/scopes";

// One copy of the world, marked once.
test.describe.configure({ mode: "serial" });

let copy: Copy;
let names: Record<Scope, Names>;

test.beforeAll(async () => {
  copy = await serveCopy();
  choosePlaces({
    own: { agency: "ubnd-duc-pho", teamLeader: "inspector" },
    other: { agency: "snv", teamLeader: "leader" },
    ...{ programme: 2017, drafts: 2040 },
  });
  names = {
    own: await createNames("own", codeOf("own")),
    other: await createNames("other", codeOf("other")),
  };
  await markOtherAgencies();
});

test.afterAll(async () => {
  await disconnect();
  await copy.stop();
});

/** Every page of the records of a scope. */
const pagesOf = (of: Names): string[] =>
  Object.keys(pages)
    .filter((page) => !page.startsWith("/_") && !page.includes("[secret]"))
    .map((page) => addressOf(page, of).address);

/** Every address that the lists of doors make of the records of a scope. */
async function doorsOf(of: Names): Promise<string[]> {
  const asked = { ...of, report: missing.file, item: missing.file };
  const read: string[] = [];
  for (const route of Object.keys(proofRoutes) as Guarded[]) {
    const { address, method } = await proofRoutes[route].request(asked);
    if (method === undefined) read.push(address);
  }
  return [...pagesOf(of), ...read];
}

/** A calendar address of that account. */
async function calendarOf(account: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await rows(
    "insert into calendar_feed (account_id, token_hash, locale) select id, $2, 'vi' from account where name = $1",
    [account, createHash("sha256").update(token).digest()],
  );
  return `/calendars/${token}.ics`;
}

const kinds = ["text/html", "text/x-component", "text/calendar", "application/pdf", docxType];

test("no byte of another agency reaches an officer, whatever they open", async () => {
  const { name } = await createAccount("officer");
  const officer = await visitor(name, copy.site);
  // Of others by their ids alone: a page may say back the code it was asked for.
  const others = (await doorsOf({ ...names.other, code: names.own.code })).filter((each) =>
    /\w{8}-/.test(each),
  );
  const starts = [...(await doorsOf(names.own)), ...others, await calendarOf(name)];
  const { read, types, found } = await crawl(officer, starts, marker);
  expect([...found]).toEqual([]);
  expect(read.length).toBeGreaterThan(120);
  for (const kind of kinds) expect(types).toContain(kind);
});

test("the same reading hears them where they may be: as the leader, in whatever they are packed", async () => {
  const { name } = await createAccount("leader");
  const { finalVisit, file } = names.other;
  const starts = ["/agencies", "/findings", `/audits/${finalVisit}/minutes.docx`, await calendarOf(name)];
  const { found, types } = await crawl(
    await visitor(name, copy.site),
    [...starts, `/files/${file}`],
    marker,
    0,
  );
  expect([...found.keys()].sort()).toEqual(starts.sort());
  expect(types).toContain("application/pdf");
});

test("a device takes along no text of an agency that its owner does not visit", async () => {
  const inspector = await visitor("inspector", copy.site);
  const pack = async (): Promise<string> => (await inspector.get("/api/field/pack")).text();
  const team = [names.other.visit, names.own.leader];
  await rows(
    `delete from team_member m using visit v where v.id = m.visit_id and v.agency_id <> $1
       and not exists (select 1 from visit_result r where r.visit_id = v.id)`,
    [names.own.agencyId],
  );
  expect(await pack()).toContain(names.own.visit);
  expect(await pack()).not.toContain(marker);
  await rows("insert into team_member (visit_id, person_id, duty) values ($1, $2, 'member')", team);
  expect(await pack()).toContain(marker);
});

/** A window, a hand, and a sheet of paper. */
const sizes = [
  { width: 1366, height: 768, media: "screen" },
  { width: 360, height: 740, media: "screen" },
  { width: 700, height: 990, media: "print" },
] as const;

/** By how much what is open now is wider than where it is shown. */
async function wider(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { media, ...size } of sizes) {
    await page.setViewportSize(size);
    await page.emulateMedia({ media });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    // A fraction of a pixel is rounded up.
    if (over > 1) found.push(`${page.url()}, ${size.width} px of ${media}: ${over} px too wide`);
  }
  return found;
}

/** Puts a long word into every text of every other agency; gives the code of the one whose pages are opened. */
async function createLongWords(): Promise<string> {
  await markOtherAgencies("Ư".repeat(140));
  const [agency] = await rows<{ code: string }>("select code from agency where id = $1", [
    names.other.agencyId,
  ]);
  return agency?.code ?? "";
}

test("no word of anybody, however long, makes a page wider", async ({ browser }) => {
  test.setTimeout(400_000);
  const code = await createLongWords();
  const { visit, finalVisit } = names.other;
  const places = ["", `#/v/${visit}`, `#/v/${visit}/D`, `#/v/${visit}/check`, `#/v/${visit}/read`];
  const addresses = new Set([
    ...pagesOf({ ...names.other, code, visit: finalVisit }),
    ...pagesOf({ ...names.other, code }),
    ...[visit, finalVisit].map((each) => `/history/visit/${each}`),
    ...places.map((place) => `/field${place}`),
  ]);
  const found: string[] = [];
  for (const name of ["leader", "inspector", "admin"]) {
    const storageState = await (await visitor(name, copy.site)).storageState();
    const page = await (await browser.newContext({ storageState, baseURL: copy.site })).newPage();
    for (const address of addresses) {
      await page.goto(address);
      found.push(...(await wider(page)));
    }
  }
  expect(found).toEqual([]);
});
