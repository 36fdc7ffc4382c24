// @ts-check
// Brings the schema of DATABASE_OWNER_URL to this release, where the site itself is not allowed to.
import { bringToHead } from "./launch/schema.mjs";
import { run, step } from "./launch/steps.mjs";
import { Trouble } from "./launch/trouble.mjs";

await run(async () => {
  const ownerUrl = process.env["DATABASE_OWNER_URL"];
  if (!ownerUrl)
    throw new Trouble("DATABASE_OWNER_URL is missing: migrations run as the owner of the database.");
  await step(
    (done) => done,
    () => bringToHead({ appUrl: ownerUrl, ownerUrl }),
  );
});
