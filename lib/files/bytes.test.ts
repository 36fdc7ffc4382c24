import { crc32, deflateRawSync } from "node:zlib";

import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { officeTypeOf } from "@/lib/files/bytes";

const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);

type Parts = Record<string, string | Uint8Array>;

const zip = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === "string" ? bytesOf(content) : content,
      ]),
    ),
  );

const openXml = "application/vnd.openxmlformats-officedocument.";
const wordMain = `${openXml}wordprocessingml.document.main+xml`;
const excelMain = `${openXml}spreadsheetml.sheet.main+xml`;
const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

const types = (part: string, type: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
   <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
   <Override PartName="${part}" ContentType="${type}"/></Types>`;
const relations = (target: string, type = relationType): string =>
  `<?xml version="1.0"?><Relationships><Relationship Id="r0" Type="http://x/metadata/core-properties" Target="docProps/core.xml"/>
   <Relationship Id="r1" Type="${type}" Target="${target}"/></Relationships>`;

const word: Parts = {
  "[Content_Types].xml": types("/word/document.xml", wordMain),
  "_rels/.rels": relations("word/document.xml"),
  "word/document.xml": "<w:document/>",
};

describe("a Word or Excel file", () => {
  it.each<[string, Parts, string]>([
    ["a document", word, "wordprocessingml.document"],
    [
      "a workbook",
      {
        "[Content_Types].xml": types("/xl/workbook.xml", excelMain),
        "_rels/.rels": relations("/xl/workbook.xml"),
        "xl/workbook.xml": "<workbook/>",
      },
      "spreadsheetml.sheet",
    ],
    [
      "a document whose main part is called otherwise",
      {
        "[Content_Types].xml": types("/word/document2.xml", wordMain),
        "_rels/.rels": relations("word/document2.xml"),
        "word/document2.xml": "x",
      },
      "wordprocessingml.document",
    ],
    [
      "one written by strict rules, with its marks in single quotes",
      {
        "[Content_Types].xml": types("/doc/main.xml", wordMain).replaceAll('"', "'"),
        "_rels/.rels": relations(
          "./doc/main.xml",
          "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
        ),
        "doc/main.xml": "x",
      },
      "wordprocessingml.document",
    ],
    [
      "one that names the type by its ending",
      {
        "[Content_Types].xml": `<Types><Default Extension="XML" ContentType="${excelMain}"/></Types>`,
        "_rels/.rels": relations("xl/workbook.xml"),
        "xl/workbook.xml": "x",
      },
      "spreadsheetml.sheet",
    ],
    [
      "one with backslashes between its folders",
      {
        "[Content_Types].xml": types("/word/document.xml", wordMain),
        "_rels\\.rels": relations("word\\document.xml"),
        "word\\document.xml": "x",
        "word\\media\\a..b.png": "x",
      },
      "wordprocessingml.document",
    ],
  ])("is known: %s", async (_name, parts, kind) => {
    expect(await officeTypeOf(zip(parts))).toBe(openXml + kind);
  });

  it("is known where its writer allowed for four gigabytes", async () => {
    expect(await officeTypeOf(archive(Object.entries(word), { zip64: true }))).toBe(
      `${openXml}wordprocessingml.document`,
    );
  });

  it.each<[string, Parts]>([
    ["a plain archive", { "a.txt": "x" }],
    ["an archive with the parts of a document and no relations", { ...word, "_rels/.rels": "" }],
    ["a drawing", { ...word, "[Content_Types].xml": types("/word/document.xml", `${openXml}drawing+xml`) }],
    [
      "macros by their type",
      {
        ...word,
        "[Content_Types].xml": types(
          "/word/document.xml",
          "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
      },
    ],
    ["macros by their name", { ...word, "word/vbaProject.bin": "x" }],
    ["a main part that is not there", { ...word, "_rels/.rels": relations("word/other.xml") }],
    [
      "a main part in a comment",
      { ...word, "_rels/.rels": `<Relationships><!--${relations("word/document.xml")}--></Relationships>` },
    ],
    [
      "a main part elsewhere",
      { ...word, "_rels/.rels": relations('word/document.xml" TargetMode="External') },
    ],
    [
      "a list with entities of its own",
      { ...word, "_rels/.rels": `<!DOCTYPE x>${relations("word/document.xml")}` },
    ],
    ["an archive within", { ...word, "inner.zip": "x" }],
    ["a name that climbs", { ...word, "../../etc/passwd": "x" }],
    ["a name that climbs by backslashes", { ...word, "..\\..\\etc\\passwd": "x" }],
    ["a name from the root", { ...word, "\\etc\\passwd": "x" }],
    ["a part that is there twice", { ...word, "WORD/document.xml": "x" }],
    [
      "too many parts",
      { ...word, ...Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`word/${n}.xml`, "x"])) },
    ],
    ["a bomb that says so", { ...word, "word/big.xml": new Uint8Array(3 << 20) }],
    ["lists too long to read", { ...word, "_rels/.rels": relations("word/document.xml") + noise(1 << 20) }],
  ])("is refused: %s", async (_name, parts) => {
    expect(await officeTypeOf(zip(parts))).toBeNull();
  });

  it.each<[string, Lie]>([
    ["a directory that says less than there is", { unpacked: 100 }],
    ["a directory that says more than there is", { unpacked: 200_000 }],
    ["a part beyond the end", { offset: 4_000_000_000 }],
    ["an encrypted part", { flags: 1 }],
    ["a way of packing that no reader knows", { method: 99 }],
  ])("is refused: %s", async (_name, lie) => {
    const parts: [string, string][] = [...strings(word), ["word/big.xml", noise(100_000)]];
    expect(await officeTypeOf(archive(parts))).not.toBeNull();
    expect(await officeTypeOf(archive(parts, { lie }))).toBeNull();
  });

  it.each([
    ["tags that nothing ends", "<Relationship ".repeat(70_000)],
    ["comments that nothing ends", "<!--".repeat(250_000)],
    ["one name without end", `<Relationship ${"a".repeat(1_000_000)}>`],
    ["spaces without end", `<Relationship a${" ".repeat(1_000_000)}>`],
  ])("is refused at once where its relations are made to be read for hours: %s", async (_name, list) => {
    const began = performance.now();
    expect(
      await officeTypeOf(archive(strings({ ...word, "_rels/.rels": list, "a.png": noise(20_000) }))),
    ).toBeNull();
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("is refused cut off, and where its directory points beyond", async () => {
    expect(await officeTypeOf(zip(word).subarray(0, 60))).toBeNull();
    expect(await officeTypeOf(zip(word).fill(0xff, -6, -2))).toBeNull();
  });
});

/** Text that hardly packs. */
function noise(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (seed % 26));
  }).join("");
}

const strings = (parts: Parts): [string, string][] =>
  Object.entries(parts).map(([name, content]) => [name, content as string]);

type Lie = { unpacked?: number; offset?: number; flags?: number; method?: number };

/** An archive whose directory may lie about its last part, or be written for archives beyond four gigabytes. */
function archive(
  parts: readonly (readonly [string, string | Uint8Array])[],
  { lie = {}, zip64 = false }: { lie?: Lie; zip64?: boolean } = {},
): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [index, [name, content]] of parts.entries()) {
    const data = deflateRawSync(content);
    const said = {
      unpacked: content.length,
      offset,
      flags: 0,
      method: 8,
      ...(index === parts.length - 1 && lie),
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, Buffer.from(name), data);
    const large = Buffer.alloc(zip64 ? 28 : 0);
    if (zip64) {
      large.writeUInt16LE(1, 0);
      large.writeUInt16LE(24, 2);
      [said.unpacked, data.length, said.offset].forEach((value, place) =>
        large.writeBigUInt64LE(BigInt(value), 4 + place * 8),
      );
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(said.flags, 8);
    entry.writeUInt16LE(said.method, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(zip64 ? 0xffffffff : data.length, 20);
    entry.writeUInt32LE(zip64 ? 0xffffffff : said.unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(large.length, 30);
    entry.writeUInt32LE(zip64 ? 0xffffffff : said.offset, 42);
    directory.push(entry, Buffer.from(name), large);
    offset += 30 + name.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, list, end]));
}
