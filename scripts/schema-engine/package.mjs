// @ts-check
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

export const enginePackage = {
  /** Prisma names its engines by commit, the last part of the version. */
  commit: String(version).split(".").at(-1),
  wasm: join(folder, "schema_engine_bg.wasm"),
};
