// @ts-check
// The site as `npm start` serves it, on a data folder of its own that begins empty: what the browser tests open.
import { rmSync } from "node:fs";

import { readSettings } from "./launch/settings.mjs";
import { serve } from "./launch/serve.mjs";
import { run } from "./launch/steps.mjs";

await run(async () => {
  rmSync(readSettings().dataDir, { recursive: true, force: true });
  await serve();
});
