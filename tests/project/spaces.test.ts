import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The end of one thing in a line and, on the next line of the source, the beginning of another: markup joins them without a space. */
const joined =
  /(?:<\/(?:span|a|strong|em|b|code|button|Tag)>|\/>|(?<!")\})\n *(?:\{[^\n{}]+ && )?<(?:span|a|strong|em|b|code|button|Tag)\b(?![^>\n]*(?:visually-hidden|>(?:<strong>)?[ ,.:;·(]))/g;
/** Boxes and marks have no words of their own. */
const wordless = /<(?:input|br|img|path|circle|svg|rect)\b[^<]*\/>$/;

function joinedIn(text: string): string[] {
  return [...text.matchAll(joined)].flatMap((match) => {
    const before = text.slice(0, match.index + match[0].indexOf("\n"));
    return wordless.test(before) ? [] : [`${before.split("\n").length}`];
  });
}

it("leaves a space between what stands side by side: it is read aloud and copied as it is written", () => {
  expect(joinedIn("<strong>Tồn tại ở câu C.2</strong>\n  <span>Không có sổ</span>")).toEqual(["1"]);
  expect(joinedIn('<strong>C.2</strong>{" "}\n  <span>Không có sổ</span>')).toEqual([]);
  expect(joinedIn('{label}\n  {hint && <span className="hint">{hint}</span>}')).toEqual(["1"]);
  expect(joinedIn('<input type="radio" />\n  <span>Đạt</span>')).toEqual([]);
  const files = readdirSync(`${root}components`, { recursive: true, encoding: "utf8" });
  const found = files
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) =>
      joinedIn(readFileSync(`${root}components/${file}`, "utf8")).map((at) => `${file}:${at}`),
    );
  expect(found).toEqual([]);
});
