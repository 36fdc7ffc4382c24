// @ts-check
import { ask } from "./database.mjs";
import { captureProgram } from "./programs.mjs";
import { lineFor, Trouble } from "./trouble.mjs";

/** The name of the demonstration world, if this database holds one. @param {string} url @returns {Promise<string | undefined>} */
export const scenarioOf = (url) =>
  ask(url, async (client) => (await client.query("SELECT name FROM scenario")).rows[0]?.name);

/** @param {string} output */
const reasonIn = (output) =>
  output.split("\n").find((line) => /error|no space/i.test(line)) ?? output.trim().split("\n").at(-1) ?? "";

/** Fills an empty database with the demonstration world. @param {string} ownerUrl */
export async function seed(ownerUrl) {
  const { code, output } = await captureProgram("tsx", ["prisma/seed/main.ts"], {
    DATABASE_OWNER_URL: ownerUrl,
  });
  if (code !== 0)
    throw new Trouble(lineFor(new Error(`The demonstration world could not be made: ${reasonIn(output)}`)));
}
