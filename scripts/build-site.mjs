// @ts-check
// Builds the site for an image. Server actions are sealed with the key of the run, not of the build.
import "./launch/node-version.mjs";

const { randomBytes } = await import("node:crypto");
const { run, step } = await import("./launch/steps.mjs");
const { requireInstalled } = await import("./launch/install.mjs");

await run(async () => {
  requireInstalled();
  const { ensureBuilt } = await import("./launch/build.mjs");
  await step(
    (done) => done,
    () => ensureBuilt({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64") }),
  );
});
