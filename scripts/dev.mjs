// @ts-check
// `npm run dev`: the site with hot reload, on the database and the demonstration world of `npm start`.
import "./launch/node-version.mjs";

const { run, step } = await import("./launch/steps.mjs");
const { install, isInstalled } = await import("./launch/install.mjs");

await run(async () => {
  if (!isInstalled()) await step("packages installed", install);
  const { serve } = await import("./launch/serve.mjs");
  const { startInDevelopment } = await import("./launch/development.mjs");
  const { readOwnSettings } = await import("./launch/settings.mjs");
  readOwnSettings();
  await serve({ start: startInDevelopment });
});
