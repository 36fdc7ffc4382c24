import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { rightsPage } from "@/scripts/rights";

test("docs/rights.md says what the matrix says", () => {
  expect(readFileSync("docs/rights.md", "utf8")).toBe(rightsPage());
});
