import { expect, test } from "@/e2e/support/test";

test.use({ role: "officer" });

test("what is typed before the scripts arrive is still there when they have", async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/agencies/ubnd-duc-pho/policy/edit", { waitUntil: "commit" });
  const body = page.getByLabel("Nội dung chính sách");
  await body.fill("Gõ trước khi trang chạy xong");
  release();
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("form.form") ?? {}).some((key) => key.startsWith("__react")),
  );
  await expect(body).toHaveValue("Gõ trước khi trang chạy xong");
});
