import { describe, expect, it } from "vitest";
import { z } from "zod";

import {
  code,
  count,
  date,
  line,
  optionalCount,
  optionalDate,
  optionalFile,
  optionalTime,
  text,
} from "@/lib/gate/fields";
import {
  queryOf,
  isPrintable,
  drawnFrom,
  drawnOf,
  drawnText,
  entriesOf,
  isTooDeep,
  leftEmpty,
  fontDoubts,
  secondsFast,
  problemsOf,
  sameOrigin,
  typedValues,
  withMeant,
} from "@/lib/gate/rules";
import { drawnAs, meantAsTyped, type Drawn } from "@/lib/gate/types";
import { localPath, signInProblem } from "@/lib/gate/sign-in";

describe("as what a form was drawn", () => {
  const id = (sign: string): string => `${sign.repeat(8)}-0000-4000-8000-000000000000`;
  const drawn = { form: id("1"), account: id("2"), name: "Trần Văn Vinh" } as Drawn;
  const data = new FormData();
  data.append(drawnAs, drawnText(drawn));
  data.append("text", "Gõ");

  it("is read back as it was written, and is nothing that somebody typed", () => {
    expect(drawnOf(data)).toEqual(drawn);
    expect(Object.keys(entriesOf(data))).toEqual(["text"]);
    expect(typedValues(data)).toEqual({ text: "Gõ" });
    expect(fontDoubts(data)).toEqual([]);
  });

  it.each([undefined, "", "a b c", `${id("1")} b c`, `${id("1")}`, ["x"], 7])(
    "%j says nothing of it",
    (said) => {
      expect(drawnFrom(said)).toBeNull();
    },
  );
});

describe("where a request comes from", () => {
  it.each([
    ["http://a.vn", "a.vn", "same-origin", true],
    ["http://a.vn:3000", "a.vn:3000", null, true],
    ["http://a.vn", "a.vn:3000", null, false],
    [null, "a.vn", "same-origin", false],
    ["null", "a.vn", null, false],
    ["http://b.vn", "a.vn", null, false],
    ["http://a.vn", "a.vn", "cross-site", false],
    ["http://a.vn", null, null, false],
  ])("origin %s to host %s with %s: %s", (origin, host, site, expected) => {
    expect(sameOrigin(origin, host, site)).toBe(expected);
  });
});

describe("where to go after signing in", () => {
  it.each([
    ["/audits?year=2017", "/audits?year=2017"],
    ["http://127.0.0.1:3000/desk", "/desk"],
    ["//evil.vn/x", "/"],
    ["/\\evil.vn", "/"],
    ["https://evil.vn/x", "/"],
    ["/..//evil.vn/x", "/"],
    ["/a/..//evil.vn", "/"],
    ["/sign-in?next=%2Fdesk", "/desk"],
    [undefined, "/"],
    ["", "/"],
    ["javascript:alert(1)", "/"],
    ["data:text/html,x", "/"],
    ["/alert(1)", "/"],
    ["/%5cevil.example", "/"],
    ["/%2f%2fevil.example", "/"],
    ["/findings/a/b/c", "/"],
    ["/api/mail/stop/a", "/"],
    ["/locale", "/"],
    ["/field", "/field"],
    ["/files/0190", "/files/0190"],
    ["/agencies/ubnd-duc-pho/people/new?like=a", "/agencies/ubnd-duc-pho/people/new?like=a"],
  ])("%s leads to %s", (value, path) => {
    expect(localPath(value)).toBe(path);
  });

  it("reads how long to wait", () => {
    expect(signInProblem("wait-64")).toEqual({ code: "wait", values: { seconds: 64 } });
    expect(signInProblem("CredentialsSignin")).toEqual({ code: "wrong-credentials" });
    expect(signInProblem("unavailable")).toEqual({ code: "unavailable" });
    expect(signInProblem(undefined)).toBeNull();
  });
});

describe("what an address asks for", () => {
  it("is one printable text a name, and of several the first", () => {
    const query = { q: ["hòa\u0000", "x"], page: "2", on: undefined, actor: "a".repeat(600) };
    expect(queryOf(query)).toEqual({ q: "hòa", page: "2", actor: "a".repeat(500) });
  });

  it.each([
    [{ code: "ubnd-duc-pho" }, true],
    [{ code: "ubnd-duc-pho\u0000" }, false],
    [{ code: "snv", id: "a\u0007" }, false],
    [{ code: "a".repeat(501) }, false],
  ])("%j could name something: %s", (parts, expected) => {
    expect(isPrintable(parts)).toBe(expected);
  });
});

const posted = (...pairs: [string, string | File][]): FormData => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
};

describe("what a form posts", () => {
  it("leaves out what the framework adds and names that reach for prototypes", () => {
    const entries = entriesOf(
      posted(["$ACTION_ID_1", "x"], ["__proto__", "x"], ["constructor", "x"], ["note", "được"]),
    );
    expect({ ...entries }).toEqual({ note: "được" });
  });

  it("gives back everything typed except passwords, and the names of files", () => {
    const data = posted(
      ["note", "một\u0000"],
      ["kind", "a"],
      ["kind", "b"],
      ["newPassword", "x"],
      ["photo", new File(["x"], "a.png")],
      ["scan", new File([], "")],
    );
    expect(typedValues(data)).toEqual({ note: "một", kind: ["a", "b"], photo: "a.png" });
  });

  it("tells what was left empty from what was entered", () => {
    const data = posted(
      ["note", " "],
      ["kind", "a"],
      ["scan", new File([], "")],
      ["photo", new File([], "0.png")],
    );
    expect(["note", "kind", "scan", "photo", "nothing"].filter((field) => leftEmpty(data, field))).toEqual([
      "note",
      "scan",
      "nothing",
    ]);
  });

  it("takes no empty file for a field left alone", () => {
    const file = (name: string) => shape.safeParse({ title: "a", on: "1/2/2017", photo: new File([], name) });
    expect(file("").success).toBe(true);
    expect(problemsOf(file("trắng.pdf").error ?? new z.ZodError([]))).toEqual([
      { code: "file-empty", field: "photo", values: { name: "trắng.pdf" } },
    ]);
  });

  const shape = z.object({ title: text(10), on: date, photo: optionalFile });

  it("is refused with one sentence a field, saying the numbers", () => {
    const parsed = shape.safeParse({ title: "dài quá mười chữ", on: "31/02/2017" });
    expect(parsed.success ? [] : problemsOf(parsed.error)).toEqual([
      { code: "too-long", field: "title", values: { max: 10, length: 16 } },
      { code: "no-such-day", field: "on" },
    ]);
    expect(problemsOf(shape.safeParse({ title: "a", on: "12/2017" }).error ?? new z.ZodError([]))).toEqual([
      { code: "not-a-date", field: "on" },
    ]);
  });

  it.each([
    ["what shows nothing", { title: "\u200b\u3164", name: "\u2800", code: "\u00ad" }],
    ["spaces alone", { title: " \u2003\n", name: "\u00a0", code: "\u3000" }],
  ])("is refused as empty where it is %s", (_what, sent) => {
    const parsed = z.object({ title: text(10), name: line(10), code: code(10) }).safeParse(sent);
    expect(problemsOf(parsed.error ?? new z.ZodError([])).map((each) => each.code)).toEqual(
      Array(3).fill("required"),
    );
  });

  it("takes numbers and days that were pasted with wide digits and unseen signs", () => {
    const numbers = z.object({
      on: date,
      maybe: optionalDate,
      at: optionalTime,
      n: count(999),
      m: optionalCount(9),
    });
    expect(
      numbers.parse({
        on: "\u200e31／12／2017",
        maybe: "1–2–2018",
        at: "８:30\u200b",
        n: "２56",
        m: "\u2060",
      }),
    ).toEqual({ on: "2017-12-31", maybe: "2018-02-01", at: "08:30", n: 256, m: null });
  });

  it("is stored composed, whatever the keyboard sent", () => {
    expect(
      shape.parse({ title: "Đắk Lắk".normalize("NFD"), on: "1/2/2017", photo: new File([], "") }),
    ).toEqual({
      title: "Đắk Lắk",
      on: "2017-02-01",
      photo: null,
    });
  });

  it("is asked about where it looks like an old font, until somebody says that it is meant so", () => {
    const data = posted(["title", "Quy tr×nh"], ["note", "500 m²"], ["password", "Së"], ["scope", "Së"]);
    const asked = () => fontDoubts(data).map(({ code, field }) => [code, field]);
    expect(asked()).toEqual([
      ["legacy-font", "title"],
      ["legacy-font", "scope"],
    ]);
    data.append(meantAsTyped, "title");
    expect(asked()).toEqual([["legacy-font", "scope"]]);
    expect(Object.keys(entriesOf(data))).not.toContain(meantAsTyped);
    expect(typedValues(data)[meantAsTyped]).toEqual(["title"]);
    data.append(meantAsTyped, "title");
    expect(withMeant({ title: "as the page drew it" }, data)).toEqual({
      title: "as the page drew it",
      [meantAsTyped]: ["title"],
    });
  });

  it("missing a field altogether is refused as empty", () => {
    const parsed = shape.safeParse({});
    expect(parsed.success ? [] : problemsOf(parsed.error).map((each) => each.code)).toEqual([
      "required",
      "required",
    ]);
  });
});

describe("a JSON text", () => {
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
  it.each([
    ["as deep as any of ours", nested(64), false],
    ["deeper", nested(65), true],
    ["a hundred thousand deep", nested(100_000), true],
    ["wide and flat", `[${"[],".repeat(1000)}[]]`, false],
    ["with brackets in its words", JSON.stringify({ note: "[".repeat(100), quote: '"[[' }), false],
  ])("%s: too deep or not", (_what, text, expected) => {
    expect(isTooDeep(text)).toBe(expected);
  });
});

describe("by how much a clock was fast", () => {
  it.each([
    [90.4, 90],
    [-1_774_000_000, -1_774_000_000],
    [-3_979_000_000, -2_000_000_000],
    [251_000_000_000, 2_000_000_000],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])("%d is written as %s", (said, written) => {
    expect(secondsFast(said)).toBe(written);
  });
});
