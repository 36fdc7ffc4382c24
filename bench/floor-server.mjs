// @ts-check
// The least that can answer the same over HTTP: one process, one pool, the best statements, no rights and no look.
import { createServer } from "node:http";

import pg from "pg";

import { dashboard, overduePage, saveGroup } from "./floors.mjs";

const pool = new pg.Pool({ connectionString: process.env["DATABASE_READER_URL"], max: 8 });
const writers = new pg.Pool({
  connectionString: process.env["DATABASE_OWNER_URL"],
  max: 8,
  options: "-c app.role=system",
});
const tiles = process.env["BENCH_TILES"] === "1";

/** @param {unknown} data */
const page = (data) => `<!doctype html><meta charset="utf-8"><pre>${JSON.stringify(data)}</pre>`;

/** @param {string} name @param {string} text @param {unknown[]} values */
const read = async (name, text, values) => page((await pool.query({ name, text, values })).rows[0]?.answer);

/** @param {import("node:http").IncomingMessage} request */
async function save(request) {
  let body = "";
  for await (const part of request) body += String(part);
  const { visit, group, account, answers } = JSON.parse(body);
  const codes = Object.keys(answers);
  const outcomes = codes.map((code) => answers[code].outcome);
  const notes = codes.map((code) => answers[code].note);
  const values = [visit, group, account, codes, outcomes, notes];
  return JSON.stringify((await writers.query({ name: "save", text: saveGroup, values })).rows[0]);
}

/** @param {import("node:http").IncomingMessage} request */
function answer(request) {
  const day = "2017-12-31";
  if (request.method === "PUT") return save(request);
  if (request.url === "/dashboard") return read("dashboard", dashboard(tiles), [day, 2017]);
  return read("overdue", overduePage, [day]);
}

const server = createServer((request, response) => {
  answer(request).then(
    (text) => response.end(text),
    (error) => response.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env["PORT"]), "127.0.0.1", () => process.send?.("listening"));
process.once("disconnect", () => process.exit());
