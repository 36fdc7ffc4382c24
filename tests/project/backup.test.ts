import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../deploy/backup.sh", import.meta.url));
const today = `nenep-${new Date().toISOString().slice(0, 10)}.dump`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nenep-backup-"));
  for (const name of ["bin", "dumps"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "backup_password"), "of-the-tests");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program in the place of one of PostgreSQL's. */
const program = (name: string, body: string): void =>
  writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });

/** Writes to the file it is asked for. */
const dumpOf = (ending: string): void =>
  program("pg_dump", `while [ "$1" != --file ]; do shift; done; echo rows >"$2"; ${ending}`);

function backUp(...args: string[]): { status: number | null; dumps: string[] } {
  const { status } = spawnSync("sh", [script, ...args], {
    env: {
      ...process.env,
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
      TZ: "UTC",
      BACKUP_TARGET: join(folder, "dumps"),
      SECRETS_FOLDER: folder,
    },
  });
  return { status, dumps: readdirSync(join(folder, "dumps")).sort() };
}

describe("the backup", () => {
  it("leaves one dump under the name of its day", () => {
    dumpOf("exit 0");
    program("pg_restore", "exit 0");
    expect(backUp("now")).toEqual({ status: 0, dumps: [today] });
  });

  it("is no backup when the dump was cut short, whatever its list of contents says", () => {
    dumpOf("exit 1");
    program("pg_restore", "exit 0");
    expect(backUp("now")).toEqual({ status: 1, dumps: [`${today}.new`] });
  });

  it("is no backup when it cannot be read again", () => {
    dumpOf("exit 0");
    program("pg_restore", '[ "$1" = --list ]');
    expect(backUp("now")).toEqual({ status: 1, dumps: [`${today}.new`] });
  });

  it("keeps days for 35 days, months for a year and years for ten", () => {
    const aged = (name: string, days: number): void => {
      const file = join(folder, "dumps", name);
      writeFileSync(file, "rows");
      utimesSync(file, new Date(), new Date(Date.now() - days * 86_400_000));
    };
    aged("nenep-2026-10-20.dump", 30);
    aged("nenep-2026-10-02.dump", 50);
    aged("nenep-2026-09-01.dump", 80);
    aged("nenep-2025-09-01.dump", 440);
    aged("nenep-2025-01-01.dump", 690);
    aged("nenep-2015-01-01.dump", 4300);
    expect(backUp("thin").dumps).toEqual([
      "nenep-2025-01-01.dump",
      "nenep-2026-09-01.dump",
      "nenep-2026-10-20.dump",
    ]);
    expect(existsSync(join(folder, "dumps", "nenep-2015-01-01.dump"))).toBe(false);
  });
});
