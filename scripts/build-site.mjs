// @ts-check
// Builds the site for an image. Server actions are sealed with the key of the run, not of the build.
import { randomBytes } from "node:crypto";

import { ensureBuilt } from "./launch/build.mjs";
import { run, step } from "./launch/steps.mjs";

await run(async () => {
  await step(
    (done) => done,
    () => ensureBuilt({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64") }),
  );
});
