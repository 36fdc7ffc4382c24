import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

const house = mkdtempSync(join(tmpdir(), "nenep-rooms-"));
for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) {
  cpSync(join(root, file), join(house, file));
}
symlinkSync(join(root, "node_modules"), join(house, "node_modules"));

afterAll(() => rmSync(house, { recursive: true }));

/** What each planted import reaches exists, so that the rule is what refuses it. */
const innocent: Record<string, string> = {
  "app/layout.tsx": "export const layout = 1;",
  "lib/kernel/text.ts": "export const text = 1;",
  "lib/visits/types.ts": "export const audit = 1;",
  "lib/visits/queries.ts": "export const list = 1;",
  "lib/identity/mint.ts": "export const mint = 1;",
  "lib/legal/commands.ts": "export const repeal = 1;",
  "lib/platform/database.ts": "export const database = 1;",
  "lib/offline/outbox.ts": "export const outbox = 1;",
  "components/ui/button.tsx": "export const Button = 1;",
  "scripts/tool.ts": "export const tool = 1;",
  "tests/proof.ts": "export const proof = 1;",
  "generated/prisma/client.ts": "export const client = 1;",
};

/** A file whose name does not say what it answers: whoever imports it is red. */
const helpers = { "lib/legal/helpers.ts": "export const help = 1;" };

type Planted = { rule: string; file: string; line: string };

const planted: Planted[] = [
  {
    rule: "legal-imports-from-above",
    file: "lib/legal/queries.ts",
    line: 'import "@/lib/visits/types";',
  },
  { rule: "kernel-stands-alone", file: "lib/kernel/ids.ts", line: 'import "node:crypto";' },
  { rule: "pure-stays-pure", file: "lib/checklists/rules.ts", line: 'import "@/lib/platform/database";' },
  { rule: "pure-stays-pure", file: "lib/visits/labels.ts", line: 'import "react";' },
  {
    rule: "prisma-in-pure-as-type",
    file: "lib/visits/access.ts",
    line: 'import "@/generated/prisma/client";',
  },
  { rule: "closed-vocabulary", file: "lib/policies/queries.ts", line: 'import "@/lib/legal/helpers";' },
  { rule: "viewer-minted-in-one-place", file: "scripts/mint.ts", line: 'import "@/lib/identity/mint";' },
  { rule: "pages-never-write", file: "app/audits/page.tsx", line: 'import "@/lib/legal/commands";' },
  { rule: "zod-in-schemas", file: "lib/findings/commands.ts", line: 'import "zod";' },
  {
    rule: "database-behind-queries-and-commands",
    file: "app/page.tsx",
    line: 'import "@/lib/platform/database";',
  },
  {
    rule: "components-never-fetch",
    file: "components/audits/list.tsx",
    line: 'import "@/lib/visits/queries";',
  },
  { rule: "lib-knows-no-screens", file: "lib/visits/commands.ts", line: 'import "@/components/ui/button";' },
  {
    rule: "server-never-loads-offline",
    file: "lib/reports/commands.ts",
    line: 'import "@/lib/offline/outbox";',
  },
  { rule: "offline-knows-pure-files", file: "lib/offline/sync.ts", line: 'import "@/lib/visits/queries";' },
  { rule: "product-knows-no-tools", file: "lib/policies/commands.ts", line: 'import "@/scripts/tool";' },
  { rule: "starting-needs-no-tests", file: "scripts/start.ts", line: 'import "@/tests/proof";' },
  { rule: "sharp-stays-home", file: "lib/files/commands.ts", line: 'import "sharp";' },
  { rule: "sax-stays-home", file: "lib/files/bytes.ts", line: 'import "sax";' },
  { rule: "recharts-stays-home", file: "components/audits/chart.tsx", line: 'import "recharts";' },
  { rule: "next-auth-stays-home", file: "lib/adoption/commands.ts", line: 'import "next-auth";' },
  { rule: "database-drivers-stays-home", file: "lib/legal/commands.ts", line: 'import "pg";' },
  { rule: "no-cycles", file: "lib/visits/first.ts", line: 'import "./first";' },
  { rule: "no-cycles", file: "scripts/first.ts", line: 'import "./first";' },
  { rule: "resolves", file: "lib/visits/second.ts", line: 'import "@/lib/visits/nowhere";' },
];

function build(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }
}

function cruise(files: Record<string, string>): { code: number | null; output: string } {
  build(files);
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { status, stdout } = spawnSync(
    process.execPath,
    [program, "lib", "components", "app", "scripts", "tests"],
    {
      cwd: house,
      encoding: "utf8",
    },
  );
  return { code: status, output: stdout };
}

describe("the gate of the rooms", () => {
  let green: ReturnType<typeof cruise>;
  let red: ReturnType<typeof cruise>;
  beforeAll(() => {
    green = cruise(innocent);
    red = cruise({
      ...helpers,
      ...Object.fromEntries(planted.map(({ file, line }) => [file, line])),
    });
  }, 60_000);

  it("is green for a house in order", () => expect(green.code).toBe(0));

  it.each(planted)("is red by $rule for $line in $file", ({ rule, file }) => {
    expect(red.code).toBeGreaterThan(0);
    expect(red.output).toContain(`error ${rule}: ${file} → `);
  });
});
