import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

import { parser } from "typescript-eslint";
import { ESLint, Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rule = "no-restricted-syntax";

/** The house's bans as they hold for a file, without what needs the types of the whole project. */
async function bansFor(file: string): Promise<Linter.RuleEntry> {
  const config = (await new ESLint({ cwd: root }).calculateConfigForFile(file)) as Linter.Config;
  return config.rules?.[rule] ?? "off";
}

function messages(text: string, bans: Linter.RuleEntry): string[] {
  const config = { files: ["**/*.tsx"], languageOptions: { parser }, rules: { [rule]: bans } };
  return new Linter().verify(text, config as Linter.Config, "planted.tsx").map(({ message }) => message);
}

const planted = [
  { file: "lib/findings/queries.ts", text: "const viewer = {} as Viewer;", says: "Nobody says who asks" },
  { file: "app/page.tsx", text: "const viewer = {} as unknown as Viewer;", says: "Nobody says who asks" },
  { file: "lib/visits/commands.ts", text: "const seen = [] as Viewer[];", says: "Nobody says who asks" },
  {
    file: "lib/journal/entries/commands.ts",
    text: "const viewer = {} as Viewer;",
    says: "Nobody says who asks",
  },
  { file: "lib/findings/commands.ts", text: "done({} as Receipt);", says: "A receipt proves" },
  { file: "lib/identity/mint.ts", text: "const proof = {} as Receipt;", says: "A receipt proves" },
  { file: "lib/visits/queries.ts", text: "tx.visit.deleteMany({});", says: "A write of many rows" },
  {
    file: "lib/visits/commands.ts",
    text: "tx.$queryRawUnsafe(text);",
    says: "Write SQL as a tagged template",
  },
  { file: "lib/visits/commands.ts", text: "Prisma.raw(text);", says: "Prisma.raw puts text" },
  { file: "components/ui/form.tsx", text: "<p style={red} />;", says: "The content security policy" },
  {
    file: "components/ui/form.tsx",
    text: "<p dangerouslySetInnerHTML={html} />;",
    says: "Markup from strings",
  },
];

const innocent = [
  { file: "lib/identity/mint.ts", text: "const viewer = facts as Viewer;" },
  { file: "lib/journal/entries/commands.ts", text: "const receipt = facts as Receipt;" },
  { file: "lib/visits/commands.ts", text: "tx.visit.updateMany({ where: { id } });" },
  { file: "lib/visits/queries.ts", text: "const viewers: Viewer[] = [];" },
];

describe("the bans of the house", () => {
  const bans = new Map<string, Linter.RuleEntry>();
  beforeAll(async () => {
    for (const { file } of [...planted, ...innocent])
      if (!bans.has(file)) bans.set(file, await bansFor(file));
  }, 60_000);

  it.each(planted)("refuse $text in $file", ({ file, text, says }) => {
    expect(messages(text, bans.get(file) ?? "off")).toEqual([expect.stringContaining(says)]);
  });

  it.each(innocent)("let $text be in $file", ({ file, text }) => {
    expect(messages(text, bans.get(file) ?? "off")).toEqual([]);
  });
});

describe("what only types can tell", () => {
  const folder = mkdtempSync(join(tmpdir(), "typed-"));
  // Where oxlint looks for the part that knows types, whoever starts the tests.
  const tools = join(root, "node_modules/.bin");
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  it.each([
    ["no-floating-promises", "async function save() {}\nsave();"],
    ["no-misused-promises", "declare function later(act: () => void): void;\nlater(async () => {});"],
    ["no-unsafe-assignment", 'export const row: { id: string } = JSON.parse("{}");'],
    [
      "switch-exhaustiveness-check",
      'export function f(x: "a" | "b") { switch (x) { case "a": return 1; } return 2; }',
    ],
    ["restrict-template-expressions", "export const said = (what: object) => `${what}`;"],
  ])("%s is asked", (rule, text) => {
    writeFileSync(
      join(folder, "tsconfig.json"),
      '{ "compilerOptions": { "strict": true }, "include": ["*.ts"] }',
    );
    writeFileSync(join(folder, "planted.ts"), text);
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(root, "node_modules/oxlint/bin/oxlint"),
        "--type-aware",
        "-c",
        join(root, ".oxlintrc.json"),
        folder,
      ],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PATH: `${tools}${delimiter}${process.env["PATH"]}` },
      },
    );
    expect(stdout).toContain(`typescript(${rule})`);
  });
});
