import { defineConfig } from "@playwright/test";

import { systemBrowser } from "./scripts/browser.mjs";
import { freePort } from "./scripts/postgres/access.mjs";

// This file is read once by the runner and again by each of its workers, which inherit the environment.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= ".data/e2e";
process.env.E2E_SMTP_PORT ??= String(await freePort());

const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;

const quiet = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/**
 * Each journey is walked once, where it belongs; every page that one comes to is looked at at both widths (`expectAccessible`), and
 * of the office pages nothing but the stylesheet knows how wide they are. On both: how a visit is recorded, where the app lays itself
 * out otherwise, and what everybody does first.
 */
const inTheHand = [
  "journeys/field-{away,began,day,export,face,full,groups,hand}.spec.ts",
  "journeys/field-{kills,limits,losses,persons,photos,tomorrow}.spec.ts",
  "journeys/minutes.spec.ts",
];
const onBoth = ["journeys/field.spec.ts", "journeys/field-hands.spec.ts", "journeys/signing-in.spec.ts"];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // No test of speed: a machine that is busy with something else takes its time.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    baseURL,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    // A trace costs a tenth of the time: it is taken when somebody looks for something.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      args: quiet,
      ...(systemBrowser && { executablePath: systemBrowser }),
    },
  },
  projects: [
    // The longest come first, so that nobody waits for one of them at the end.
    {
      name: "phone",
      testMatch: [...inTheHand, ...onBoth],
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
    },
    { name: "gate", testMatch: "gate/*.spec.ts" },
    {
      name: "desktop",
      testMatch: "journeys/*.spec.ts",
      testIgnore: inTheHand,
      use: { viewport: { width: 1366, height: 768 } },
    },
    // What only a whole run can tell.
    { name: "whole", testMatch: "whole/*.spec.ts", dependencies: ["phone", "gate", "desktop"] },
  ],
  webServer: [
    {
      command: "node --import tsx tests/support/mail/main.ts",
      port: Number(process.env.E2E_SMTP_PORT),
      reuseExistingServer: false,
    },
    {
      command: "node tests/support/site.mjs",
      url: `${baseURL}/readyz`,
      env: {
        HOST: "127.0.0.1",
        PORT: process.env.E2E_PORT,
        DATA_DIR: process.env.E2E_DATA_DIR,
        SMTP_URL: `smtp://127.0.0.1:${process.env.E2E_SMTP_PORT}`,
        MAIL_FROM: "Nề Nếp <nenep@tinh.example>",
      },
      timeout: 300_000,
      reuseExistingServer: false,
      gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    },
  ],
});
