import { randomBytes, randomUUID } from "node:crypto";

import type { Page } from "@playwright/test";

import { spokenFor } from "@/e2e/gate/visitors";
import { storedOn } from "@/e2e/support/field";
import { takeAlong } from "@/e2e/support/minutes";
import { enterAs, expect, expectAccessible, test } from "@/e2e/support/test";
import { joinTeam, createVisit } from "@/e2e/support/world/visits";
import { createTwin } from "@/e2e/support/world/people";
import { mostKeepings } from "@/lib/visits/delivery/limits";
import { uuidv7 } from "@/lib/kernel/ids";

const recordedAt = "2017-12-31T02:00:00.000Z";
const status = (page: Page) => page.locator(".field-status");

/** Sends something as a device of whoever is signed in on the page. */
const put = async (page: Page, collection: string, data: object) =>
  page.request.put(`/api/field/${collection}/${uuidv7(Date.now(), randomBytes(10))}`, {
    headers: { origin: new URL(page.url()).origin, ...(await spokenFor(page.request)) },
    data: { format: 1, recordedAt, ...data },
  });

/** As much put away of one visit as one person may within a day. */
async function putMuchAway(page: Page, visitId: string): Promise<void> {
  const message = { format: 1, visitId, recordedAt, groupCode: "D", version: 0, answers: {} };
  for (let n = 0; n < mostKeepings; n += 10)
    await Promise.all(
      Array.from({ length: 10 }, () => put(page, "kept", { visitId, to: "sheets", message, problem: "" })),
    );
}

test("too much at once: the device keeps what it has, and says when it goes on", async ({ page }) => {
  const visit = await createVisit("sxd");
  const name = `limits-${randomUUID().slice(0, 8)}`;
  await createTwin("inspector", name, "Phạm Thị Giới Hạn");
  await joinTeam(visit, name);
  await enterAs(page, name);
  await takeAlong(page, visit);
  await page.goto(`/field#/v/${visit}/D`);
  await page.context().setOffline(true);
  await page.locator("#question-D-1").getByLabel("Đạt một phần", { exact: true }).check();
  await expect(status(page)).toContainText("1 nội dung chờ gửi");
  // A colleague was faster, so that the server is to keep these words beside theirs; of this person it keeps no more now.
  const answers = { "D.1": { outcome: "conforming", note: "" } };
  expect((await put(page, "sheets", { visitId: visit, groupCode: "D", version: 0, answers })).status()).toBe(
    200,
  );
  await putMuchAway(page, visit);
  await page.context().setOffline(false);
  await expect(status(page)).toContainText(
    /Máy chủ tạm dừng nhận .* Còn 1 nội dung trên máy, tự gửi tiếp lúc \d{2}:\d{2}\./,
    { timeout: 30_000 },
  );
  await expectAccessible(page);
  const items = await storedOn(page, "items");
  expect(items.map(({ standing }) => standing)).toEqual([{ state: "waiting" }]);
  await page.reload();
  await expect(page.locator("#question-D-1").getByLabel("Đạt một phần", { exact: true })).toBeChecked();
});

test("a network that lets nothing through is suspected of wanting a sign-in", async ({ page, context }) => {
  const visit = await createVisit("sxd");
  const name = `hotel-${randomUUID().slice(0, 8)}`;
  await createTwin("inspector", name, "Phạm Thị Khách Sạn");
  await joinTeam(visit, name);
  await enterAs(page, name);
  await takeAlong(page, visit);
  await page.goto(`/field#/v/${visit}/D`);
  await context.route("**/api/field/**", (route) => route.abort("connectionrefused"));
  await page.locator("#question-D-1").getByLabel("Đạt", { exact: true }).check();
  await expect(status(page)).toContainText("máy chủ không trả lời");
  await page.goto("/field#/queue");
  const ask = page.getByRole("button", { name: "Gửi ngay" });
  await expect(async () => {
    await ask.click();
    await expect(status(page)).toContainText("Có thể mạng này đòi đăng nhập: mở một trang web bất kỳ", {
      timeout: 1_000,
    });
  }).toPass();
  await context.unroute("**/api/field/**");
  await ask.click();
  await expect(status(page)).toContainText("Đã gửi hết, 1 biên nhận");
});
