import { randomBytes } from "node:crypto";

import type { APIResponse, Page } from "@playwright/test";

import { spokenFor } from "@/e2e/gate/visitors";
import { expect, expectAccessible, test } from "@/e2e/support/test";
import { createAnswers, createVisit, spoilMinutes } from "@/e2e/support/world/visits";
import { uuidv7 } from "@/lib/kernel/ids";

test.use({ role: "inspector" });
test.describe.configure({ timeout: 90_000 });

const recordedAt = "2017-12-31T18:05:00.000Z";

/** Puts something away as a device does. */
const putAway = async (
  page: Page,
  visitId: string,
  to: string,
  message: object,
  problem = "",
): Promise<APIResponse> =>
  page.request.put(`/api/field/kept/${uuidv7(Date.now(), randomBytes(10))}`, {
    headers: { origin: new URL(page.url()).origin, ...(await spokenFor(page.request)) },
    data: { format: 1, visitId, recordedAt, to, message, problem },
  });

test("what is put away is read in words at the office and in the history, under a number and a moment", async ({
  page,
}) => {
  const visit = await createVisit("snv");
  await page.goto("/audits");
  const sent = { format: 1, visitId: visit, recordedAt };
  const answers = { "D.1": { outcome: "partly", note: "Bản sao chưa ký" } };
  const told = "Câu này không còn được hỏi. ".repeat(200);
  const first = await putAway(page, visit, "sheets", { ...sent, groupCode: "D", version: 0, answers }, told);
  expect(first.status()).toBe(200);
  const receipt = (await first.json()) as { number: string; time: string };
  expect(receipt.time).toMatch(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/);
  const photo = {
    ...sent,
    questionCode: "D.2",
    sha256: "a1".repeat(32),
    fileName: "bảng tin.jpg",
    caption: "Tầng 1",
  };
  expect((await putAway(page, visit, "attachments", photo)).status()).toBe(200);

  await page.goto(`/audits/${visit}`);
  const kept = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Không được nhận, người ghi đã cất" }) });
  await expect(kept).toContainText("Cuộc kiểm tra này chưa có biên bản nào được nhận");
  await expect(kept).toContainText("Câu trả lời mục D");
  await expect(kept).toContainText("D.1 Đạt một phần. Bản sao chưa ký");
  await expect(kept).toContainText("Ảnh của câu D.2");
  await expect(kept).toContainText("Chú thích: Tầng 1");
  await expect(kept).toContainText(`nhận lúc ${receipt.time}, biên nhận ${receipt.number}`);
  await expect(kept).toContainText("Máy ghi lúc 01/01/2018 01:05");
  await expect(kept).not.toContainText(/[{}"]/);
  await expectAccessible(page);

  await page.goto(`/history/visit/${visit}`);
  const history = page.getByRole("list").filter({ has: page.locator(`#r${receipt.number}`) });
  await expect(history).toContainText("Đạt một phần");
  await expect(history).toContainText("01/01/2018 01:05");
  await expect(history).not.toContainText(/[{}"]|T18:05|groupCode|outcome|recordedAt/);
  await expectAccessible(page);
});

test("a version of the minutes that cannot be read says so and what to do, and no paper is made of it", async ({
  page,
}) => {
  const visit = await createVisit("snv");
  await createAnswers(visit);
  await page.goto(`/audits/${visit}/check`);
  await page.getByLabel("Chưa có ý kiến (đại diện vắng mặt)").check();
  await page.getByRole("button", { name: "Đọc lại trước khi chốt" }).click();
  await page.getByRole("button", { name: "Chốt biên bản" }).click();
  await expect(page.getByRole("heading", { name: "Biên bản đã chốt" })).toBeVisible();
  await spoilMinutes(visit, '{"form":"ne-nep-minutes-v9"}');
  await page.goto(`/audits/${visit}`);
  const alert = page.getByRole("alert").filter({ hasText: "Bản biên bản số 1" });
  await expect(alert).toContainText("không còn đúng mẫu nên không đọc được");
  await expect(alert).toContainText("báo quản trị viên kiểm tra máy chủ");
  await expect(
    page.getByText(/^[0-9a-f]{64}$/),
    "by its fingerprint it can be found in a backup",
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Lấy biên bản để mở bằng Word" }).first().click();
  await expect(page.getByText("Bản biên bản số 1")).toBeVisible();
});
