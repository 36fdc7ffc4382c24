import { randomUUID } from "node:crypto";

import type { Browser, BrowserContext, Page } from "@playwright/test";

import { storedOn } from "@/e2e/support/field";
import { takeAlong } from "@/e2e/support/minutes";
import { expect, expectAccessible, openOwnMenu, signedIn, test } from "@/e2e/support/test";
import { joinTeam, createVisit } from "@/e2e/support/world/visits";
import { endSessions, createOfficer, createTwin } from "@/e2e/support/world/people";
import { answersIn, deliverersOf } from "@/e2e/support/world/stored";

const oanhsName = "Phạm Thị Oanh";
const note = "Sổ theo dõi hồ sơ tháng 5 chưa ký";
const status = (page: Page) => page.locator(".field-status");

/** What left the phone for the site, but for questions. */
const putsOf = (context: BrowserContext): string[] => {
  const puts: string[] = [];
  context.on("request", (request) => {
    if (request.method() === "PUT") puts.push(new URL(request.url()).pathname);
  });
  return puts;
};

async function enter(page: Page, name: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

async function leave(page: Page): Promise<void> {
  await page.goto("/today");
  await openOwnMenu(page);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByRole("button", { name: "Vẫn đăng xuất" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

type Scene = {
  context: BrowserContext;
  page: Page;
  visit: string;
  oanh: string;
  khanh: string;
  arrives: () => Promise<void>;
};

/** A phone on which Oanh has recorded an answer with a note that could not be sent; Khánh is of her team. */
async function oanhRecords(browser: Browser): Promise<Scene> {
  const [oanh, khanh] = [`oanh-${randomUUID().slice(0, 8)}`, `khanh-${randomUUID().slice(0, 8)}`];
  await createTwin("inspector", oanh, oanhsName);
  await createTwin("inspector", khanh, "Nguyễn Văn Khánh");
  const visit = await createVisit("sxd");
  for (const name of [oanh, khanh]) await joinTeam(visit, name);
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await enter(page, oanh);
  await takeAlong(page, visit);
  const proxy = "**/api/field/sheets/**";
  await context.route(proxy, (route) => route.fulfill({ status: 502, body: "Bad gateway" }));
  await page.goto(`/field#/v/${visit}/D`);
  const question = page.locator("#question-D-1");
  await question.getByLabel("Đạt một phần", { exact: true }).check();
  await question.locator("textarea").fill(note);
  await expect(status(page)).toContainText("chưa nghe được máy chủ Nề Nếp");
  return { context, page, visit, oanh, khanh, arrives: () => context.unroute(proxy) };
}

/** Nothing of what Oanh recorded is on the screen as it is, neither said nor typed nor chosen. */
async function expectNoneShown(page: Page): Promise<void> {
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  const typed = await page
    .locator("textarea")
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).value));
  expect([await page.locator("body").innerText(), ...typed].join("\n")).not.toContain(note);
}

/** The same wherever the app is opened. */
async function expectNothingOfOanhs(page: Page, visit: string): Promise<void> {
  for (const place of ["", "#/queue", `#/v/${visit}/D`]) {
    await page.goto(`/field${place}`);
    await page.reload();
    await expect(page.locator("h1")).toBeVisible();
    await expectNoneShown(page);
  }
  await page.goto("/field#/");
}

async function expectSentByOanh({ page, visit, oanh }: Scene): Promise<void> {
  await expect(status(page)).toContainText("Đã gửi hết");
  expect(await answersIn(visit)).toContainEqual({ code: "D.1", outcome: "partly", note });
  expect(await deliverersOf(visit)).toEqual([oanh]);
}

test("what one has not sent waits for them, whoever signs in next", async ({ browser }) => {
  const scene = await oanhRecords(browser);
  const { context, page, visit, oanh, khanh } = scene;
  await leave(page);
  await scene.arrives();
  const puts = putsOf(context);
  await expectNothingOfOanhs(page, visit);
  await expect(page.getByText("Chưa ai đăng nhập trên máy này")).toBeVisible();
  await expect(page.getByText("Dữ liệu minh họa")).toBeVisible();
  await expect(page.getByText("Còn 1 nội dung chờ gửi trên máy này")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Kiểm tra / })).toHaveCount(0);
  await expectAccessible(page);
  await context.setOffline(true);
  await expectNothingOfOanhs(page, visit);
  await context.setOffline(false);
  await page.reload();
  await page.getByRole("link", { name: "Đăng nhập", exact: true }).click();
  await enter(page, khanh);
  await expect(page.getByRole("link", { name: /^Kiểm tra / }).first()).toBeVisible();
  await expect(page.getByText("vừa chuyển sang tài khoản")).toHaveCount(0);
  await expect(page.getByText(`Còn 1 nội dung của ${oanhsName} chờ gửi trên máy này`)).toBeVisible();
  await expect(status(page)).toHaveText(
    new RegExp(`Còn 1 nội dung của ${oanhsName} chờ gửi: đăng nhập bằng tài khoản đó\\.`),
  );
  await expectAccessible(page);
  await expectNothingOfOanhs(page, visit);
  expect(puts).toEqual([]);
  expect(await answersIn(visit)).toEqual([]);
  await page.getByRole("link", { name: "Đăng nhập bằng tài khoản khác" }).click();
  await enter(page, oanh);
  await expectSentByOanh(scene);
  await context.close();
});

test("somebody who records no visits sees nothing of them, and takes nothing from whoever does", async ({
  browser,
}) => {
  const scene = await oanhRecords(browser);
  const { context, page, visit, oanh } = scene;
  const officer = `officer-${randomUUID().slice(0, 8)}`;
  await createOfficer(officer, "snv");
  await endSessions(oanh);
  await scene.arrives();
  const puts = putsOf(context);
  await page.goto("/sign-in?next=/field");
  await enter(page, officer);
  await expect(page.getByText("Tài khoản đang đăng nhập không ghi kiểm tra tại chỗ")).toBeVisible();
  await expect(page.getByText("Dữ liệu minh họa")).toBeVisible();
  await expect(page.getByText("Còn 1 nội dung của tài khoản khác chờ gửi trên máy này")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Kiểm tra / })).toHaveCount(0);
  await expect(status(page)).toContainText("Còn 1 nội dung trên máy chờ người đã ghi đăng nhập.");
  await expect(page.locator("body")).not.toContainText(oanhsName);
  await expectAccessible(page);
  await expectNothingOfOanhs(page, visit);
  expect(puts).toEqual([]);
  await page.getByRole("link", { name: "Đăng nhập bằng tài khoản khác" }).click();
  await enter(page, oanh);
  await expectSentByOanh(scene);
  await expect(page.locator("body")).not.toContainText("không còn giao cho bạn");
  await context.close();
});

test("a window that stands open shows nothing more once another person has signed in beside it", async ({
  browser,
}) => {
  const scene = await oanhRecords(browser);
  const { context, page, visit, khanh, oanh } = scene;
  const puts = putsOf(context);
  const beside = await context.newPage();
  await beside.goto("/sign-in?next=/today");
  await enter(beside, khanh);
  await scene.arrives();
  await page.bringToFront();
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.locator("#question-D-1")).toBeVisible();
  await expectNoneShown(page);
  const now = page.getByRole("alert").filter({ hasText: "tài khoản của Nguyễn Văn Khánh: từ đây" });
  await expect(now).toBeVisible();
  await now.getByRole("button", { name: "Đã rõ" }).click();
  await expect(now).toHaveCount(0);
  await expectNothingOfOanhs(page, visit);
  expect(puts).toEqual([]);
  expect(await deliverersOf(visit)).toEqual([]);
  await page.goto("/sign-in?next=/field");
  await enter(page, oanh);
  await expectSentByOanh(scene);
  await context.close();
});

test("a browser that does not say whose it is learns it from the site, before anything is taken from it", async ({
  browser,
}) => {
  const scene = await oanhRecords(browser);
  const { context, page, visit, khanh, oanh } = scene;
  await page.close();
  await context.addCookies((await signedIn(khanh)).cookies);
  await context.clearCookies({ name: "nenep.account" });
  await scene.arrives();
  scene.page = await context.newPage();
  await scene.page.goto("/field");
  await expect(status(scene.page)).toContainText(`Còn 1 nội dung của ${oanhsName}`);
  await expectNothingOfOanhs(scene.page, visit);
  expect(await answersIn(visit)).toEqual([]);
  expect(await deliverersOf(visit)).toEqual([]);
  await scene.page.goto("/sign-in?next=/field");
  await enter(scene.page, oanh);
  await expectSentByOanh(scene);
  await context.close();
});

test("whose session has run out goes on recording without a network, and sends once signed in again", async ({
  browser,
}) => {
  const scene = await oanhRecords(browser);
  const { context, page, visit, oanh } = scene;
  await endSessions(oanh);
  await scene.arrives();
  await page.reload();
  await expect(status(page)).toContainText("cần đăng nhập lại");
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("#question-D-1 textarea")).toHaveValue(note);
  await page.locator("#question-D-2").getByLabel("Đạt", { exact: true }).check();
  const stored = async () => JSON.stringify(await storedOn(page, "sheets"));
  await expect.poll(stored).toContain('"D.2":{"outcome":"conforming"');
  await context.setOffline(false);
  await page.goto("/sign-in?next=/field");
  await enter(page, oanh);
  await expectSentByOanh(scene);
  await expect.poll(() => answersIn(visit)).toContainEqual({ code: "D.2", outcome: "conforming", note: "" });
  await context.close();
});
