// @ts-check
// `node scripts/run.mjs NAME …`: runs scripts/tasks/NAME.ts against the database that `npm start` would use.
import "./launch/node-version.mjs";

const { run } = await import("./launch/steps.mjs");
const { requireInstalled } = await import("./launch/install.mjs");

await run(async () => {
  requireInstalled();
  const { readOwnSettings } = await import("./launch/settings.mjs");
  readOwnSettings();
  const { runTask } = await import("./launch/task.mjs");
  return runTask(process.argv.slice(2));
});
