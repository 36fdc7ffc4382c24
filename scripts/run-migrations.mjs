// @ts-check
// Brings the schema of DATABASE_OWNER_URL to this release, where the site itself is not allowed to.
import "./launch/node-version.mjs";

const { run, step } = await import("./launch/steps.mjs");
const { requireInstalled } = await import("./launch/install.mjs");

await run(async () => {
  requireInstalled();
  const { migrate } = await import("./launch/schema.mjs");
  await step((done) => done, migrate);
});
