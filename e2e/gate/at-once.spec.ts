import { expect } from "@playwright/test";

import { send, type Door } from "./actions";
import { awake, browsers, fillAs, openFor, whoMay } from "./form-filling";
import { proofForms } from "./forms";
import { settleIn, type Names, type Places } from "./places";
import type { Fields } from "./types";
import { visitor } from "./visitors";
import { test } from "@/e2e/support/tabs";
import { disconnect, one, rows } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

const codeOfDocument = async ({ document }: Names): Promise<Fields> =>
  one<Fields>("select code from controlled_document where id = $1", [document]);

const nameOfAccount = async ({ account }: Names): Promise<Fields> =>
  one<Fields>("select name from account where id = $1", [account]);

const numberOfLaw = async ({ law }: Names): Promise<Fields> =>
  one<Fields>(
    `select number, issuer, to_char(issued_on, 'DD/MM/YYYY') as "issuedOn" from legal_document where id = $1`,
    [law],
  );

const review = proofForms["app/agencies/[code]/reviews/new/actions.ts#save"];

/** A form with a field left empty, and with something that is there already. */
const faulty: [door: Door, taken: (names: Names) => Promise<Fields>, empty: string, told: string][] = [
  ["app/agencies/[code]/documents/new/actions.ts#create", codeOfDocument, "title", "Mã hiệu này"],
  ["app/accounts/actions.ts#createAccount", nameOfAccount, "fullName", "Tên đăng nhập này"],
  ["app/laws/new/actions.ts#save", numberOfLaw, "title", "đã có trong danh mục"],
];

for (const [door, taken, empty, told] of faulty)
  test(`${door}: what is there already is told together with what was left empty`, async () => {
    const name = await whoMay(door, places);
    const somebody = await visitor(name);
    const written = () =>
      rows("select count(*) from journal_entry e join account a on a.id = e.actor_id where a.name = $1", [
        name,
      ]);
    const fields = { ...proofForms[door].fields(places.names.own), ...(await taken(places.names.own)) };
    const before = await written();
    const answer = await send(somebody, door, { ...fields, [empty]: "" });
    const said = await answer.text();
    expect(said).toContain(`"field":"${empty}"`);
    expect(said).toContain(told);
    expect(await written()).toEqual(before);
  });

test("of another agency's codes nothing is told", async () => {
  const door = "app/agencies/[code]/documents/new/actions.ts#create";
  const officer = await visitor(places.accounts.officer);
  const { agencyId } = places.names.other;
  const fields = {
    ...proofForms[door].fields(places.names.own),
    ...(await codeOfDocument(places.names.other)),
    agencyId,
  };
  expect(await (await send(officer, door, { ...fields, title: "" })).text()).not.toContain("Mã hiệu này");
});

for (const { how, scripted } of browsers)
  test.describe(how, () => {
    test.use({ javaScriptEnabled: scripted });

    test("a file of another kind is told together with what was left empty", async ({ page }) => {
      const { form, names } = await openFor(page, "app/agencies/[code]/reviews/new/actions.ts#save", places);
      await awake(page, scripted);
      await fillAs(form, { ...review.fields(names), scope: "" });
      const minutes = {
        name: "Biên bản.exe",
        mimeType: "application/pdf",
        buffer: Buffer.from("chỉ là chữ"),
      };
      await form.locator("input[type=file]").setInputFiles(minutes);
      await form.locator("button[type=submit], button:not([type])").last().click();
      const summary = page.getByRole("alert").first();
      await expect(summary).toContainText("không nhận được tệp “Biên bản.exe”");
      await expect(summary).toContainText("Phạm vi");
    });
  });
