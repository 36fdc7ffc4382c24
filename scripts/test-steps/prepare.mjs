// @ts-check
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";

import { windowless, withWindows } from "../browser.mjs";
import { install, isInstalled } from "../launch/install.mjs";
import { capture } from "../launch/programs.mjs";
import { lineFor } from "../launch/trouble.mjs";
import { asCheck, runTool } from "./tools.mjs";

/** Preparations are not tests: they count only when they fail. @param {() => Promise<string>} work */
async function prepare(work) {
  try {
    return { passed: 0, failed: 0, output: await work() };
  } catch (error) {
    return { passed: 0, failed: 1, output: lineFor(error) };
  }
}

export const installPackages = () =>
  prepare(async () => {
    if (!isInstalled()) await install();
    // Installing writes it too; a checkout that has moved on meanwhile needs it anew.
    const { ensureClient } = await import("../launch/world.mjs");
    await ensureClient();
    return "as the lock says";
  });

const mayInstall = () => process.getuid?.() === 0 && existsSync("/etc/debian_version");

/** @type {Promise<unknown>} */
let atPackages = Promise.resolve();

/** One at a time: the system's packages are under a lock. @param {string[]} packages */
function installOnDebian(...packages) {
  const environment = { DEBIAN_FRONTEND: "noninteractive" };
  const installing = atPackages.then(async () => {
    await capture("apt-get", ["update"], environment);
    return capture("apt-get", ["install", "-y", "--no-install-recommends", ...packages], environment);
  });
  atPackages = installing.catch(() => undefined);
  return installing;
}

export const installBrowser = () =>
  prepare(async () => {
    if (existsSync(windowless)) return windowless;
    if (existsSync(withWindows) && !mayInstall()) return withWindows;
    const outcome = mayInstall()
      ? await installOnDebian("chromium-headless-shell")
      : await runTool("playwright", ["install", "chromium"]);
    if (outcome.code === 0) return "installed";
    if (existsSync(withWindows)) return withWindows;
    throw new Error(`no browser could be installed: ${outcome.output.trim().split("\n").at(-1)}`);
  });

/** What papers are opened with: an office without a screen, readers of PDF, and a font with the measures of Times New Roman. */
const office = ["libreoffice-writer-nogui", "poppler-utils", "fonts-croscore"];
const officeParts = ["/usr/bin/soffice", "/usr/bin/pdftotext", "/usr/share/fonts/truetype/croscore"];

export const installOffice = () =>
  prepare(async () => {
    if (officeParts.every((part) => existsSync(part))) return "installed before";
    if (!mayInstall())
      throw new Error(
        `Papers are opened with LibreOffice Writer. Install ${office.join(", ")}, then try again.`,
      );
    const { code, output } = await installOnDebian(...office);
    if (code !== 0)
      throw new Error(`${office.join(", ")} could not be installed: ${output.trim().split("\n").at(-1)}`);
    return "installed";
  });

/** Writes down which addresses pages have, for all who read types. */
export const nameRoutes = () =>
  prepare(async () => {
    const { code, output } = await runTool("next", ["typegen"]);
    if (code !== 0) throw new Error(output);
    return "written";
  });

/** The same build that `npm start` makes and the browser tests then open. */
export async function buildSite() {
  const { ensureBuilt } = await import("../launch/build.mjs");
  const { ensureClient } = await import("../launch/world.mjs");
  try {
    await ensureClient();
    const done = await ensureBuilt({
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    });
    return asCheck({ code: 0, output: done });
  } catch (error) {
    return asCheck({ code: 1, output: lineFor(error) });
  }
}
