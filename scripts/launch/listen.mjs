// @ts-check
import { createServer } from "node:net";

import { codeOf, Trouble } from "./trouble.mjs";

/** @param {string} host @param {number} port @returns {Promise<string | undefined>} why not */
const tryToListen = (host, port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(codeOf(error)));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });

/** Finds out before anything else is started. @param {import("./settings.mjs").Settings} settings */
export async function checkPort({ host, port }) {
  const problem = await tryToListen(host, port);
  if (problem === undefined) return;
  if (problem === "EADDRINUSE") {
    throw new Trouble(
      `Port ${port} on ${host} is taken: is the site running already? Choose another with PORT=3001.`,
    );
  }
  if (problem === "EACCES")
    throw new Trouble(`Port ${port} is not ours to use: choose one above 1023 with PORT.`);
  throw new Trouble(`The address ${host}:${port} cannot be used (${problem}): set HOST and PORT.`);
}
