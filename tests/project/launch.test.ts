import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { answering } from "@/tests/support/database/old-server";

import { freePort } from "@/scripts/postgres/access.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

let folder = "";
let port = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "nenep-start-"));
  port = await freePort();
});
afterAll(() => rmSync(folder, { recursive: true }));

type Outcome = { code: number | null; said: string };

/** Runs one of our programs to its end, with nothing of the shell's own settings. */
function runs(args: string[], environment: Record<string, string>): Promise<Outcome> {
  const own = {
    DATABASE_URL: "",
    DATABASE_OWNER_URL: "",
    PORT: String(port),
    DATA_DIR: join(folder, "data"),
  };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...own, ...environment },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

const start = (environment: Record<string, string>): Promise<Outcome> =>
  runs(["scripts/start.mjs"], environment);

/** One line, and an exit code that says so. */
const refusal = (line: string): Outcome => ({ code: 1, said: `✗ ${line}\n` });

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

describe("a task without a database to work on", () => {
  it.each(["verify-history", "create-admin", "replace-export-key"])(
    "is refused, and makes none: %s",
    async (task) => {
      const nowhere = join(folder, "mistyped");
      expect(await runs(["scripts/run.mjs", task], { DATA_DIR: nowhere })).toEqual(
        refusal(
          `There is no database in ${nowhere}: set DATA_DIR to the folder of the site, or DATABASE_URL to its server.`,
        ),
      );
      expect(existsSync(nowhere)).toBe(false);
    },
  );
});

describe("a start that cannot be", () => {
  const oldNode = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.8'}})";

  it.each([
    "start.mjs",
    "dev.mjs",
    "test.mjs",
    "check.mjs",
    "run.mjs",
    "run-migrations.mjs",
    "build-site.mjs",
    "bench.mjs",
    "generate.mjs",
  ])("on an old Node is refused by %s", async (program) => {
    expect(await runs(["--import", `data:text/javascript,${oldNode}`, `scripts/${program}`], {})).toEqual(
      refusal("Node 18.20.8 is too old: install Node 20.19 or newer."),
    );
  });

  it.each([
    "start.mjs",
    "dev.mjs",
    "test.mjs",
    "check.mjs",
    "run.mjs",
    "run-migrations.mjs",
    "build-site.mjs",
  ])("loads nothing in %s before it knows which Node it has", (program) => {
    const text = readFileSync(join(root, "scripts", program), "utf8");
    expect(text.match(/^import .*/gm)).toEqual(['import "./launch/node-version.mjs";']);
  });

  it("names a port that is taken", async () => {
    const other = createServer();
    const taken = await listening(other);
    expect(await start({ PORT: String(taken) })).toEqual(
      refusal(
        `Port ${taken} on 127.0.0.1 is taken: is the site running already? Choose another with PORT=3001.`,
      ),
    );
    other.close();
  });

  it("names a port that is none", async () => {
    expect(await start({ PORT: "many" })).toEqual(
      refusal("PORT is many: it must be a number from 1 to 65535."),
    );
  });

  it("names a data folder that cannot be written", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    expect(await start({ DATA_DIR: join(file, "data") })).toEqual(
      refusal(
        `The data folder ${file}/data cannot be written: choose another with DATA_DIR, or mend its rights.`,
      ),
    );
  });

  it("names a data folder of another PostgreSQL", async () => {
    const data = join(folder, "of-seventeen");
    mkdirSync(join(data, "database/cluster"), { recursive: true });
    writeFileSync(join(data, "database/cluster/PG_VERSION"), "17\n");
    expect(await start({ DATA_DIR: data })).toEqual(
      refusal(
        `The data folder ${data}/database/cluster belongs to PostgreSQL 17, this is 18: restore a backup into a new DATA_DIR.`,
      ),
    );
  });

  it("names a database where nothing answers", async () => {
    const silent = await freePort();
    expect(await start({ DATABASE_URL: `postgresql://nenep_app:x@127.0.0.1:${silent}/nenep` })).toEqual(
      refusal(`The database 127.0.0.1:${silent}/nenep cannot be used: nothing answers there.`),
    );
  });

  it("names a database that is too old", async () => {
    const server = answering("17.10");
    const at = `127.0.0.1:${await listening(server)}/nenep`;
    expect(await start({ DATABASE_URL: `postgresql://nenep_app:x@${at}` })).toEqual(
      refusal(`The database ${at} is PostgreSQL 17.10: version 18 or newer is needed.`),
    );
    server.close();
  });

  it("says what an address of a database looks like", async () => {
    expect(await start({ DATABASE_URL: "nenep" })).toEqual(
      refusal("DATABASE_URL is not an address of the form postgresql://role:password@host:5432/database."),
    );
  });
});
