// @ts-check
// Runs after `npm ci`, and before a build: writes the database client to generated/prisma when the schema is another
// than last time, and which migration is the newest. Needs neither a network nor a database.
import "./launch/node-version.mjs";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { fingerprint } from "./launch/fingerprint.mjs";
import { captureProgram, root } from "./launch/programs.mjs";

const mark = join(root, "generated/schema.sha256");

const current = () => fingerprint(["prisma/schema", "package-lock.json"]);

const isCurrent = () =>
  existsSync(join(root, "generated/prisma/client.ts")) &&
  existsSync(mark) &&
  readFileSync(mark, "utf8") === current();

/** The newest migration, which the site must find in its database. */
function writeHead() {
  const file = join(root, "generated/schema-head.ts");
  const migrations = readdirSync(join(root, "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const text = `/** The newest migration this code was written for. */\nexport const schemaHead = "${migrations.sort().at(-1)}";\n`;
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(join(root, "generated"), { recursive: true });
  writeFileSync(file, text);
}

async function generate() {
  const { code, output } = await captureProgram("prisma", ["generate", "--no-hints"]);
  if (code === 0) writeFileSync(mark, current());
  else process.stderr.write(`${output}\nThe database client could not be written.\n`);
  return code;
}

if (!existsSync(join(root, "prisma/schema"))) {
  console.log("No prisma/schema here: the database client is not written.");
} else {
  writeHead();
  if (!isCurrent()) process.exitCode = await generate();
}
