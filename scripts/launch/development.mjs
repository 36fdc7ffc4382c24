// @ts-check
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";

import { buildFieldApp, fieldFolder } from "./field.mjs";
import { programPath, root } from "./programs.mjs";
import { exitOf, stopSite, untilReady } from "./site.mjs";
import { siteUrl } from "./settings.mjs";
import { Trouble } from "./trouble.mjs";

/** What the app for the field is made of. */
const fieldSources = ["components", "lib", "messages"];

/** Builds the app for the field again a moment after the last of several changes; a fault in it is told, and ends nothing. */
function rebuildOnChange() {
  /** @type {NodeJS.Timeout | undefined} */
  let soon;
  const rebuild = () =>
    void buildFieldApp().catch((error) => console.error(`✗ app for the field: ${error.message}`));
  const watchers = fieldSources.map((folder) =>
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(soon);
      soon = setTimeout(rebuild, 300);
    }),
  );
  return () => {
    clearTimeout(soon);
    for (const watcher of watchers) watcher.close();
  };
}

/** Serves the app's files as they are now, at an address that the site's own /field leads to. */
async function serveFieldApp() {
  const { context } = await import("esbuild");
  const files = await context({ logLevel: "silent" });
  const { port } = await files.serve({ servedir: fieldFolder, host: "127.0.0.1" });
  return { url: `http://127.0.0.1:${port}`, stop: () => files.dispose() };
}

/**
 * The site as one changes it: a page is compiled when it is asked for and again when a file of it changes.
 *
 * @param {import("./settings.mjs").Settings} settings
 * @param {Record<string, string>} environment
 */
export async function startInDevelopment(settings, environment) {
  await buildFieldApp();
  const fieldApp = await serveFieldApp();
  const unwatch = rebuildOnChange();
  const place = ["--hostname", settings.host, "--port", String(settings.port)];
  const child = spawn(process.execPath, [programPath("next"), "dev", ...place], {
    cwd: root,
    env: { ...process.env, ...environment, NODE_ENV: "development", FIELD_APP_URL: fieldApp.url },
    stdio: "inherit",
  });
  const exited = exitOf(child);
  let gone = false;
  void exited.then(() => (gone = true));
  const stop = async () => {
    unwatch();
    await fieldApp.stop();
    if (!gone) await stopSite(child, exited);
  };
  try {
    await untilReady(siteUrl(settings), () => (gone ? "the lines above say why." : undefined));
  } catch (error) {
    await stop();
    throw error instanceof Trouble ? error : new Trouble(String(error));
  }
  return { exited, stop, log: "the lines above say why" };
}
