import fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import type { z } from "zod";

import { declarationForm } from "@/lib/adoption/declarations/schema";
import { problemsOf } from "@/lib/gate/rules";
import { problemCodes, type Problem } from "@/lib/kernel/problem";
import en from "@/messages/en/problems.json";
import vi from "@/messages/vi/problems.json";

import { mutationsOf, sampleOf } from "./hostile";
import { everySchema } from "./schemas";

const schemas = await everySchema();

const wordsOf = (locale: "vi" | "en", problems: typeof vi | typeof en) =>
  createTranslator({
    locale,
    messages: { problems },
    namespace: "problems",
    onError: (error) => {
      throw error;
    },
  });
const languages = [wordsOf("vi", vi), wordsOf("en", en)];

/** A problem is a code we know, and its sentence has every number that it needs. */
function expectSayable({ code, values }: Problem): void {
  expect(problemCodes).toContain(code);
  for (const words of languages) expect(words(code, values ?? {})).not.toContain("problems.");
}

/** Every text within a value; passwords aside, which are never stored. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || value instanceof File) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    /password|current|repeated/.test(name) ? [] : textsIn(each),
  );
}

/** What PostgreSQL takes and a reader can read: composed, whole letters, no control signs but line ends and tabs. */
const isStorable = (text: string): boolean =>
  text === text.normalize("NFC") && !/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Cs}/u.test(text);

function judge(schema: z.ZodType, input: unknown): void {
  const parsed = schema.safeParse(input);
  if (parsed.success) {
    expect(textsIn(parsed.data).filter((text) => !isStorable(text))).toEqual([]);
    return;
  }
  const problems = problemsOf(parsed.error);
  expect(problems.length).toBeGreaterThan(0);
  problems.forEach(expectSayable);
}

test("there are schemas to try", () => {
  expect(schemas.length).toBeGreaterThan(15);
});

describe.each(schemas)("%s", (_name, schema) => {
  test("takes what a person would send", () => {
    expect(schema.safeParse(sampleOf(schema)).error?.issues ?? []).toEqual([]);
  });

  test("never throws, and refuses in words that we have", () => {
    fc.assert(
      fc.property(mutationsOf(schema, sampleOf(schema)), (input) => judge(schema, input)),
      { numRuns: 400 },
    );
  });

  test("refuses what is no form at all", () => {
    for (const input of [undefined, null, "text", 1, [], [{}], new Map(), () => null]) judge(schema, input);
  });

  test("hands nothing of a prototype on", () => {
    const input = JSON.parse(
      '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
    ) as object;
    const parsed = schema.safeParse(Object.assign(input, sampleOf(schema)));
    if (parsed.success) expect((parsed.data as { admin?: unknown }).admin).toBeUndefined();
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });
});

test("a declaration covers no more than there is, in procedures and in units", () => {
  const number = fc.nat(100_000);
  fc.assert(
    fc.property(number, number, number, number, (covered, total, unitsCovered, unitsTotal) => {
      const counts = {
        proceduresCovered: String(covered),
        proceduresTotal: String(total),
        unitsCovered: String(unitsCovered),
        unitsTotal: String(unitsTotal),
      };
      const parsed = declarationForm.safeParse({ ...sampleOf(declarationForm), ...counts });
      const wrong = [
        ...(covered > total ? ["proceduresCovered"] : []),
        ...(unitsCovered > unitsTotal ? ["unitsCovered"] : []),
      ];
      const problems = parsed.success ? [] : problemsOf(parsed.error);
      expect(problems.map(({ code, field }) => ({ code, field }))).toEqual(
        wrong.map((field) => ({ code: "covered-exceeds-total", field })),
      );
    }),
    { numRuns: 500 },
  );
});
