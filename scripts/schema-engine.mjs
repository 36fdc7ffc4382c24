#!/usr/bin/env node
// @ts-check
// Prisma's command line wants to download a native "schema engine", which a server without a network cannot do. This
// program speaks the engine's protocol (JSON-RPC, a line a message) and runs Prisma's own WebAssembly build of it.
import { runCommandLine } from "./schema-engine/command-line.mjs";
import { enginePackage } from "./schema-engine/package.mjs";
import { reportFatal } from "./schema-engine/problems.mjs";
import { serve } from "./schema-engine/serve.mjs";

process.on("uncaughtException", reportFatal);
process.on("unhandledRejection", reportFatal);

const options = process.argv.slice(2);

/** @param {string} name */
const valuesOf = (name) => options.filter((_, index) => options[index - 1] === name);

const datasource = JSON.parse(valuesOf("--datasource")[0] ?? "{}");
const command = options.indexOf("cli");

if (options.includes("--version")) {
  console.log(`schema-engine-cli ${enginePackage.commit} (wasm)`);
} else if (command >= 0) {
  process.exit(await runCommandLine(options[command + 1] ?? "", datasource.url));
} else {
  await serve(datasource, valuesOf("--datamodels"));
}
