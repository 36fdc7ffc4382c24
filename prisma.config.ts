import { fileURLToPath } from "node:url";

import type { PrismaConfig } from "prisma";

// Prisma's own engine would be downloaded at first use; ours comes with the packages. Windows cannot run a script as
// an executable, so there Prisma falls back to its download.
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = fileURLToPath(
    new URL("scripts/schema-engine.mjs", import.meta.url),
  );
}
process.env.CHECKPOINT_DISABLE = "1";

const url = process.env.DATABASE_OWNER_URL;

const config: PrismaConfig = {
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(url === undefined ? {} : { datasource: { url } }),
};

export default config;
