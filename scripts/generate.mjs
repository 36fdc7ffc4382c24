// @ts-check
// Runs after `npm ci`: writes the database client to generated/prisma. Needs neither a network nor a database.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function generate() {
  const prisma = join(
    dirname(createRequire(import.meta.url).resolve("prisma/package.json")),
    "build/index.js",
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
  if (status !== 0) process.stderr.write(`${stdout}\n${stderr}\nThe database client could not be written.\n`);
  return status ?? 1;
}

if (existsSync(join(root, "prisma/schema"))) process.exitCode = generate();
else console.log("No prisma/schema here: the database client is not written.");
