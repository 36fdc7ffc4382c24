import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { vi } from "@/messages/vi";

const commandFiles = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith("commands.ts"),
);

test("history has a word for everything that commands write into it", () => {
  const written = commandFiles.flatMap((file) =>
    [...readFileSync(join("lib", file), "utf8").matchAll(/\baction: "([a-z-]+)"/g)].map(
      (match) => match[1] ?? "",
    ),
  );
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((action) => !(action in vi.journal.action))).toEqual([]);
});
