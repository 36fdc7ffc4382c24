import { expect } from "@playwright/test";

import { send, wasTaken, type Door } from "./actions";
import { awake, browsers, fillAs, openFor, whoMay } from "./form-filling";
import { formPageOf } from "./form-pages";
import { proofForms } from "./forms";
import { settleIn, type Names, type Places } from "./places";
import { visitor } from "./visitors";
import { test } from "@/e2e/support/tabs";
import { formActions } from "@/lib/gate/form-doors";
import { matrix } from "@/lib/identity/matrix";
import { roles, type Role } from "@/lib/identity/types";
import { disconnect, rows } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

type Page = (names: Names) => string;

const record: Page = ({ document: id }) => `/documents/${id}`;
const policy: Page = ({ code }) => `/agencies/${code}/policy`;
const people: Page = ({ code }) => `/agencies/${code}/people`;
const law: Page = ({ law: id }) => `/laws/${id}`;
const of =
  (act: string): Page =>
  (names) =>
    `${record(names)}/${act}`;
const handed =
  (act: string): Page =>
  ({ code, document: id }) =>
    `/agencies/${code}/${act}?of=document&id=${id}`;

const inPolicy =
  (act: string): Page =>
  (names) =>
    `${policy(names)}/${act}`;
const released: Page = (names) => `${law(names)}/drop?relation=${names.relation}`;

/** An act that is done once, where it stands from then on, and what else is done with by it, for whom. */
const acts: [door: Door, stands: Page, others: [Role, Page][]][] = [
  [
    "app/documents/[id]/approve/actions.ts#approve",
    record,
    [
      ["head", of("record")],
      ["head", handed("return")],
      ["officer", handed("submit")],
    ],
  ],
  ["app/documents/[id]/record/actions.ts#save", record, [["head", of("approve")]]],
  [
    "app/documents/[id]/withdraw/actions.ts#withdraw",
    record,
    [
      ["head", of("keep")],
      ["officer", of("edit")],
      ["officer", of("bases")],
    ],
  ],
  ["app/documents/[id]/unaffected/actions.ts#save", record, []],
  ["app/agencies/[code]/return/actions.ts#save", record, []],
  ["app/agencies/[code]/policy/sign/actions.ts#save", policy, [["officer", inPolicy("record")]]],
  ["app/agencies/[code]/policy/record/actions.ts#save", policy, [["head", inPolicy("sign")]]],
  ["app/agencies/[code]/policy/remove/actions.ts#save", policy, []],
  ["app/agencies/[code]/scan/actions.ts#save", policy, []],
  ["app/agencies/[code]/people/reopen/actions.ts#save", people, []],
  ["app/agencies/[code]/people/cancel/actions.ts#save", people, []],
  ["app/laws/[id]/drop/actions.ts#save", law, []],
  ["app/laws/[id]/release/actions.ts#save", law, [["leader", released]]],
  ["app/laws/[id]/undo/actions.ts#save", law, []],
];

const roleWithout = (door: Door) =>
  roles.find((role) => matrix[formActions[door]][role] === "none") ?? "admin";

for (const [door, stands, others] of acts)
  test(`${door}: whoever comes when it is done is led to where it stands, and whose right it never was finds nothing`, async () => {
    const name = await whoMay(door, places);
    const { ready, fields, file } = proofForms[door];
    const names = { ...places.names.own, ...(await ready?.(name)) };
    const page = formPageOf(door, names);
    const somebody = await visitor(name);
    expect((await somebody.get(page)).status()).toBe(200);
    expect(await wasTaken(await send(somebody, door, fields(names), { file }))).toBe(true);
    const asked = await Promise.all(
      others.map(async ([role, other]) => [await visitor(places.accounts[role]), other(names)] as const),
    );
    for (const [reader, address] of [[somebody, page] as const, ...asked]) {
      const answer = await reader.get(address);
      expect
        .soft([answer.status(), answer.headers()["location"]], address)
        .toEqual([307, `${stands(names)}?led=1`]);
    }
    const led = await somebody.get(`${stands(names)}?led=1`);
    expect(await led.text()).toContain("Việc của trang vừa mở nay không còn phải làm");
    const stranger = await visitor(places.accounts[roleWithout(door)]);
    expect((await stranger.get(page)).status()).toBe(404);
  });

/** What stands on a page to be read: as text, or in its fields. */
const readable = (): string =>
  [document.body.innerText, ...[...document.querySelectorAll("textarea")].map(({ value }) => value)].join(
    "\n",
  );

for (const { how, scripted } of browsers)
  test.describe(how, () => {
    test.use({ javaScriptEnabled: scripted });

    test("whose right was taken away while a form stood open reads why, and what was typed", async ({
      page,
    }) => {
      const door = "app/agencies/[code]/policy/edit/actions.ts#save";
      const { form, name } = await openFor(page, door, places);
      await awake(page, scripted);
      await fillAs(form, { body: "Cam kết đã gõ dở" });
      const before = await rows<{ role: string; agency: string }>(
        "select role, agency_id as agency from account where name = $1",
        [name],
      );
      await rows("update account set role = 'inspector', agency_id = null where name = $1", [name]);
      await form.locator("button[type=submit], button:not([type])").last().click();
      await expect(page.getByRole("alert").first()).toContainText("không có quyền làm việc này");
      await expect.poll(() => page.evaluate(readable)).toContain("Cam kết đã gõ dở");
      await expect(page).toHaveTitle(/^Lỗi: /);
      await rows("update account set role = $2::role, agency_id = $3 where name = $1", [
        name,
        before[0]?.role,
        before[0]?.agency,
      ]);
    });
  });
