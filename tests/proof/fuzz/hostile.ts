import fc from "fast-check";
import { z } from "zod";

/** What people and programs send that nobody meant: each kind that a form must refuse, or take without harm. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "e\u0001\u0301",
    "\ud800",
    "\u202ekhông",
    "Quy trình".normalize("NFD"),
    "Së KÕ ho¹ch vµ §Çu t",
    "Sôû Keá hoaïch vaø Ñaàu tö",
    "<script>alert(1)</script>",
    "'; drop table journal_entry; --",
    "{{7*7}} ${7*7} %s %00",
    "__proto__",
    "constructor",
    "null",
    "NaN",
    "-1",
    "1e309",
    "99999999999999999999",
    "2147483648",
    "31/02/2017",
    "29/02/2017",
    "00/00/0000",
    "31/12/9999",
    "01/01/0001",
    "31/12/17",
    "2017-13-45",
    "00000000-0000-0000-0000-000000000000",
    "../../etc/passwd",
    "//example.org",
    "\r\nset-cookie: a=b",
  ),
  fc.constant("ă".repeat(10_000)),
  fc.constant("e\u0301".repeat(5_000)),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

const prototypes = fc.constantFrom('{"__proto__":{"ok":true}}', '{"constructor":{"prototype":{"ok":true}}}');

/** Anything at all where a text was expected. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(undefined, null, true, 0, -1, 1.5, Number.MAX_VALUE, Number.NaN, 10n),
  },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 3 }) },
  { weight: 1, arbitrary: prototypes.map((text) => JSON.parse(text) as unknown) },
  { weight: 1, arbitrary: fc.object({ maxDepth: 2 }) },
  { weight: 1, arbitrary: hostileText.map((name) => new File([new Uint8Array(3)], name)) },
);

/** The object that stands at the entrance of a schema, whatever is done with it further in. */
export function entrance(schema: z.ZodType): z.ZodObject {
  const inner = schema instanceof z.ZodPipe ? (schema.in as z.ZodType) : schema;
  if (inner instanceof z.ZodPipe) return entrance(inner);
  if (inner instanceof z.ZodObject) return inner;
  throw new Error("a form is an object");
}

/** Is it what a form or a message is read with, and not one of its fields? */
export const isForm = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject || (schema instanceof z.ZodPipe && isForm(schema.in as z.ZodType));

const candidates = [
  "00000000-0000-4000-8000-000000000001",
  "30/12/2017",
  "1",
  "nguyen.van.an",
  "Biên bản số 9 ngày 30/12/2017",
  "D",
  "D.1",
  "2017-12-31T09:00:00+07:00",
  "0".repeat(64),
  "2018",
  1,
  true,
  undefined,
  {},
  [],
  new File([new Uint8Array(3)], "bảng tin.png"),
];

const choicesOf = (field: z.ZodType): unknown[] => {
  if (field instanceof z.ZodOptional || field instanceof z.ZodCatch)
    return choicesOf(field.unwrap() as z.ZodType);
  if (field instanceof z.ZodEnum) return [...field.options];
  return field instanceof z.ZodLiteral ? [...field.values] : [];
};

/** The first value that the field takes: texts before nothing, so that optional fields are filled in. */
function sampleOfField(field: z.ZodType): unknown {
  if (isForm(field)) return sampleOf(field);
  if (field instanceof z.ZodDiscriminatedUnion) return sampleOf(field.options.at(-1) as z.ZodType);
  return [...choicesOf(field), ...candidates].find((value) => field.safeParse(value).success);
}

/** What a person would send: made out of the schema itself. */
export const sampleOf = (schema: z.ZodType): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entrance(schema).shape).map(([name, field]) => [name, sampleOfField(field as z.ZodType)]),
  );

/** Names that a form with a field for each question reads, beside those that its schema lists. */
const byQuestion = [
  "outcome",
  "note",
  "severity",
  "evidence",
  "reference",
  "requirement",
  "scope",
  "dueOn",
].map((name) => `${name}.D.2`);
const others = [
  ...byQuestion,
  "note.D.1",
  "note.Z.99",
  "__proto__",
  "constructor",
  "toString",
  "$ACTION_1:0",
];

/** A good input of which one to three fields were replaced, added or left out. */
export function mutationsOf(
  schema: z.ZodType,
  sample: Record<string, unknown>,
  values: fc.Arbitrary<unknown> = hostileValue,
): fc.Arbitrary<Record<string, unknown>> {
  const loose = entrance(schema).def.catchall !== undefined;
  const name = fc.constantFrom(
    ...Object.keys(sample),
    ...(loose || Object.keys(sample).length === 0 ? others : []),
  );
  return fc.array(fc.tuple(name, values), { minLength: 1, maxLength: 3 }).map((changes) => {
    const input = Object.assign(Object.create(null) as Record<string, unknown>, sample);
    for (const [key, value] of changes) {
      if (value === undefined) delete input[key];
      else input[key] = value;
    }
    return input;
  });
}
