// @ts-check
import { existsSync } from "node:fs";

/** Without windows of its own, it opens a page with an eighth of the work. */
export const windowless = "/usr/bin/chromium-headless-shell";
export const withWindows = "/usr/bin/chromium";

/** The system's browser for tests and measurements, where nobody looks at it; undefined where there is only Playwright's own. */
export const systemBrowser = [windowless, withWindows].find((each) => existsSync(each));
