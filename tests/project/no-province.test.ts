import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

/** What belongs to one province is a row of its database, never a word of the program. */
const ofOneProvince = /quảng ngãi|quang ngai|sở khoa học|sở kh&cn|skhcn/i;

const sources = ["app", "components", "lib", "messages"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|json|css)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

test("no program text names one province or its lead agency", () => {
  expect(sources.length).toBeGreaterThan(400);
  expect(sources.filter((path) => ofOneProvince.test(readFileSync(path, "utf8").normalize("NFC")))).toEqual(
    [],
  );
});
