// @ts-check
// Runs after `npm ci`, and before a build: writes the database client to generated/prisma when the schema is another
// than last time. Needs neither a network nor a database.
import "./launch/node-version.mjs";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { fingerprint } from "./launch/fingerprint.mjs";
import { captureProgram, root } from "./launch/programs.mjs";

const mark = join(root, "generated/schema.sha256");

const current = () => fingerprint(["prisma/schema", "package-lock.json"]);

const isCurrent = () =>
  existsSync(join(root, "generated/prisma/client.ts")) &&
  existsSync(mark) &&
  readFileSync(mark, "utf8") === current();

async function generate() {
  const { code, output } = await captureProgram("prisma", ["generate", "--no-hints"]);
  if (code === 0) writeFileSync(mark, current());
  else process.stderr.write(`${output}\nThe database client could not be written.\n`);
  return code;
}

if (!existsSync(join(root, "prisma/schema"))) {
  console.log("No prisma/schema here: the database client is not written.");
} else if (!isCurrent()) {
  process.exitCode = await generate();
}
