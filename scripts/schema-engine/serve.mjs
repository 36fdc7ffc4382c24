// @ts-check
import { createInterface } from "node:readline";

import { closeAll } from "./adapter.mjs";
import { answer, createEngine } from "./engine.mjs";
import { describe } from "./problems.mjs";

/** Ids of what we ask the other side to print; far from the ids it counts itself. */
let printId = 1_000_000;

/** @param {object} message */
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

/** @param {string} content */
const print = (content) => send({ id: printId++, method: "print", params: { content } });

/** @param {unknown} error */
const refusal = (error) => ({
  code: 4466,
  message: "An error happened. Check the data field for details.",
  data: describe(error),
});

/**
 * Answers the calls on stdin one after the other until it closes.
 *
 * @param {import("./databases.mjs").Datasource} datasource
 * @param {string[]} modelFiles
 */
export async function serve(datasource, modelFiles) {
  /** @type {ReturnType<typeof createEngine> | undefined} */
  let engine;
  const getEngine = () => (engine ??= createEngine(datasource, modelFiles));

  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue;
    try {
      send({ id, result: (await answer(getEngine, datasource.url, print, method, params)) ?? null });
    } catch (error) {
      send({ id, error: refusal(error) });
    }
  }
  await closeAll();
  process.exit(0);
}
