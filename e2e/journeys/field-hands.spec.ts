import type { Locator, Page } from "@playwright/test";

import { expect, expectAccessible, test } from "@/e2e/support/test";
import { createVisit } from "@/e2e/support/world/visits";
import { answersIn } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });
const screen = 740;
/** What a whole visit may ask of a thumb, and of an eye at a phone's width. */
const mostTaps = 30;
const mostScreens: Readonly<Record<string, number>> = { phone: 20, desktop: 26 };
/** Of the questions that ask for no look of their own: so that each of these is a tap more. */
const wanting = ["A.2", "D.3", "F.3", "I.2", "J.1"];

const questionOf = (page: Page, code: string): Locator => page.locator(`#question-${code.replace(".", "-")}`);

/** Counts what a hand does and what an eye passes. */
function meter(page: Page) {
  let taps = 0;
  let pixels = 0;
  return {
    tap: async (target: Locator): Promise<void> => {
      taps += 1;
      await target.click();
    },
    /** As whoever looks at a new screen does. */
    scroll: (): Promise<void> => page.mouse.wheel(0, 1),
    pass: async (): Promise<void> => {
      pixels += await page.evaluate(() => document.documentElement.scrollHeight);
    },
    taps: () => taps,
    screens: () => Math.round((pixels / screen) * 10) / 10,
  };
}

/** Opens the findings of before; how many there are. */
async function openBefore(page: Page, visit: string): Promise<number> {
  await page.goto(`/field#/v/${visit}/before`);
  const findings = page.locator("fieldset.sheet-question");
  await expect(findings.first()).toBeVisible();
  return findings.count();
}

test("a visit where all but five questions conform asks for at most thirty taps, and twenty screens of a phone", async ({
  page,
}, info) => {
  const visit = await createVisit("ubnd-duc-pho");
  const { tap, scroll, pass, taps, screens } = meter(page);
  const earlier = await openBefore(page, visit);
  for (let n = 0; n < earlier; n += 1)
    await tap(page.locator("fieldset.sheet-question").nth(n).getByLabel("Đã khắc phục", { exact: true }));
  await pass();
  await tap(page.getByRole("link", { name: "Mục sau" }));
  for (const group of "ABCDEFGHIJKL") {
    await expect(page.getByRole("heading", { name: new RegExp(`^${group}\\.`) })).toBeVisible();
    await scroll();
    for (const code of wanting.filter((each) => each.startsWith(group))) {
      await tap(questionOf(page, code).getByLabel("Không đạt", { exact: true }));
      await questionOf(page, code).locator("textarea").fill("Phòng Nội vụ: sổ năm 2017 chưa ghi quý III.");
    }
    for (const code of await page.locator(".left-out a").allTextContents())
      await tap(questionOf(page, code).getByLabel("Đạt", { exact: true }));
    await expect(page.locator(".left-out")).toHaveCount(0);
    await pass();
    const rest = page.getByRole("button", { name: /^Còn lại trong mục này: Đạt/ });
    await tap((await rest.count()) > 0 ? rest : page.getByRole("link", { name: /^Mục sau|^Xem lại$/ }));
  }
  await expect(page.getByText("Đã trả lời hết các câu.")).toBeVisible();
  info.annotations.push({ type: "measured", description: `${taps()} taps, ${screens()} screens` });
  await expect.poll(() => answersIn(visit), { timeout: 30_000 }).toHaveLength(62);
  const answers = await answersIn(visit);
  expect(answers.filter(({ outcome }) => outcome === "not_conforming")).toHaveLength(wanting.length);
  expect(earlier).toBeGreaterThanOrEqual(4);
  // Other journeys may have left findings here: each asks how it looks now, and for an own look at its question.
  const more = earlier - 4;
  expect(taps()).toBeLessThanOrEqual(mostTaps + 2 * more);
  expect(screens()).toBeLessThanOrEqual((mostScreens[info.project.name] ?? 0) + more / 2);
});

test("the rest of a group is answered together, named, and taken back exactly", async ({ page }) => {
  const visit = await createVisit("ubnd-duc-pho");
  await page.goto(`/field#/v/${visit}/D`);
  await questionOf(page, "D.1").getByLabel("Đạt một phần", { exact: true }).check();
  await expect(page.getByText(/Chọn riêng từng câu: D\.2 \(/)).toBeVisible();
  await page.getByRole("button", { name: /^Còn lại trong mục này: Đạt \(\d câu\)$/ }).click();
  const said = page.getByRole("status").filter({ hasText: /Mục D: đã ghi Đạt \d câu \(D\.3, / });
  await expect(said).toBeVisible();
  await expect(questionOf(page, "D.3").getByLabel("Đạt", { exact: true })).toBeChecked();
  await expect(questionOf(page, "D.2").locator("input:checked")).toHaveCount(0);
  await expectAccessible(page);
  await said.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.getByText(/Mục D: đã hoàn tác \d câu/)).toBeVisible();
  await expect(questionOf(page, "D.3").locator("label:not(.outcome-not_checked) input:checked")).toHaveCount(
    0,
  );
  await expect(questionOf(page, "D.1").getByLabel("Đạt một phần", { exact: true })).toBeChecked();
});

/** Presses the middle of what is there twice, the second time as soon as something else stands there. */
async function doubleTap(page: Page, key: Locator, arrived: Locator): Promise<void> {
  const box = await key.boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await page.mouse.click(x, y);
  await arrived.waitFor();
  await page.mouse.click(x, y);
}

test("a tap that was aimed at what stood there before answers nothing", async ({ page }) => {
  const visit = await createVisit("ubnd-duc-pho");
  await page.goto(`/field#/v/${visit}/H`);
  const choice = questionOf(page, "H.3").getByLabel("Đạt", { exact: true });
  const there = await choice.locator("xpath=..").boundingBox();
  await page.goto(`/field#/v/${visit}/G`);
  const rest = page.getByRole("button", { name: /^Còn lại trong mục này: Đạt \(\d câu\), sang mục H$/ });
  // The key stands where the choice of the next screen will stand: as a short group brings it about.
  await rest.evaluate(
    (key, { top, left }) => {
      key.style.cssText = `position: fixed; top: ${top}px; left: ${left}px; inline-size: 80px`;
    },
    { top: there?.y ?? 0, left: there?.x ?? 0 },
  );
  await doubleTap(page, rest, page.getByRole("heading", { name: /^H\./ }));
  await expect(page.getByText(/Mục G: đã ghi Đạt/)).toBeVisible();
  await expect(page.locator("fieldset.sheet-question input:checked")).toHaveCount(0);
  await page.mouse.wheel(0, 1);
  await choice.check();
  await expect.poll(() => answersIn(visit)).toContainEqual({ code: "H.3", outcome: "conforming", note: "" });
});

test("a question is found by a few letters, and the next one without an answer from anywhere, by keyboard alone", async ({
  page,
}) => {
  const visit = await createVisit("ubnd-duc-pho");
  await page.goto(`/field#/v/${visit}`);
  await page.getByLabel("Tìm câu hỏi, ghi chú").fill("niem yet cong khai tai tru so");
  await page.getByRole("link", { name: /^D\.2 / }).press("Enter");
  await expect(questionOf(page, "D.2").getByLabel("Đạt", { exact: true })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(questionOf(page, "D.2").getByLabel("Không đạt", { exact: true })).toBeChecked();
  await expect(questionOf(page, "D.2").getByText("Lần trước: Không đạt.")).toBeVisible();
  await questionOf(page, "D.2")
    .getByRole("button", { name: /^Bảng tin tầng 1/ })
    .press("Enter");
  await expect(questionOf(page, "D.2").locator("textarea")).toHaveValue(/^Bảng tin tầng 1/);
  await page.getByRole("link", { name: /^Câu chưa trả lời \(61\)$/ }).press("Enter");
  await expect(questionOf(page, "D.1").getByLabel("Đạt", { exact: true })).toBeFocused();
  await page.getByRole("link", { name: /^Câu chưa trả lời \(61\)$/ }).press("Enter");
  await expect(questionOf(page, "D.1").getByLabel("Đạt", { exact: true })).toBeFocused();
  await expectAccessible(page);
});
