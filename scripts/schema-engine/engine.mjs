// @ts-check
import { readFile } from "node:fs/promises";

import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

import { parseAddress } from "./address.mjs";
import { adapterFactory, connectTo } from "./databases.mjs";
import { enginePackage } from "./package.mjs";
import { panicRegistry } from "./problems.mjs";

/**
 * @typedef {Record<string, any>} Params
 * @typedef {Record<string, (params: Params) => Promise<any>>} Engine
 * @typedef {import("./databases.mjs").Datasource} Datasource
 */

async function loadWasm() {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panicRegistry });
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(enginePackage.wasm);
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  /** @type {any} */ (instance.exports).__wbindgen_start();
  return bindings;
}

/** @param {string} path @returns {Promise<[string, string]>} */
const readModel = async (path) => [path, await readFile(path, "utf8")];

/**
 * @param {Datasource} datasource
 * @param {string[]} modelFiles
 * @returns {Promise<Engine>}
 */
export async function createEngine(datasource, modelFiles) {
  const wasm = await loadWasm();
  const datamodels = await Promise.all(modelFiles.map(readModel));
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  const factory = bindMigrationAwareSqlAdapterFactory(/** @type {any} */ (adapterFactory(datasource)));
  return /** @type {any} */ (await wasm.SchemaEngine.new(options, () => undefined, factory));
}

/** @param {string} url @param {string} script */
async function execute(url, script) {
  const connection = await connectTo(url);
  try {
    await connection.client.query(script);
  } finally {
    await connection.dispose();
  }
}

/**
 * The engine in WebAssembly replays the history only from its cache, which this question fills.
 *
 * @param {Engine} engine @param {Params} params
 */
const replayHistory = (engine, { migrationsList, filters }) =>
  engine["diagnoseMigrationHistory"]?.({ migrationsList, filters, optInToShadowDatabase: true });

/**
 * Answers one call of the protocol: most are the engine's own methods, under the same name.
 *
 * @param {() => Promise<Engine>} getEngine
 * @param {string} url
 * @param {(text: string) => void} print
 * @param {string} method
 * @param {Params} params
 */
export async function answer(getEngine, url, print, method, params) {
  if (method === "createDatabase") return { databaseName: parseAddress(url).database };
  if (method === "dbExecute") return execute(params["datasourceType"]?.url ?? url, params["script"]);
  const engine = await getEngine();
  if (method === "evaluateDataLoss" || method === "createMigration") await replayHistory(engine, params);
  const result = await engine[method === "getDatabaseVersion" ? "version" : method]?.(params);
  if (method !== "diff") return result;
  if (result.stdout) print(result.stdout.replace(/\n$/, ""));
  return { exitCode: result.exitCode, stdout: null };
}
