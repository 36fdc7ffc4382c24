// @ts-check
// `npm start`: from a clone to a running site. Only what Node itself brings is used until the packages are installed.
import "./launch/node-version.mjs";

const { run, step } = await import("./launch/steps.mjs");
const { install, isInstalled } = await import("./launch/install.mjs");

await run(async () => {
  if (!isInstalled()) await step("packages installed", install);
  const { serve } = await import("./launch/serve.mjs");
  const { readOwnSettings } = await import("./launch/settings.mjs");
  readOwnSettings();
  await serve();
});
