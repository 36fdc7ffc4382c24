import { deflateRawSync } from "node:zlib";

import { describe, expect, it } from "vitest";

import { contentDisposition, mediaTypeOf } from "@/lib/files/rules";
import { noticePicture } from "@/prisma/seed/picture";

type Part = { name: string; unpacked?: number; flags?: number };

/** A zip with these parts; `unpacked` may lie, as a bomb's directory does not have to be true. */
function zip(parts: readonly Part[]): Uint8Array {
  const data = deflateRawSync(Buffer.from("x"));
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, unpacked = 1, flags = 0 } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, Buffer.from(name), data);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const word = [{ name: "[Content_Types].xml" }, { name: "word/document.xml" }];

describe("the type of a file by its bytes", () => {
  it("knows what we keep", () => {
    expect(mediaTypeOf(noticePicture())).toBe("image/png");
    expect(mediaTypeOf(text("%PDF-1.7"))).toBe("application/pdf");
    expect(mediaTypeOf(zip(word))).toMatch(/wordprocessingml/);
    expect(mediaTypeOf(zip([{ name: "[Content_Types].xml" }, { name: "xl/workbook.xml" }]))).toMatch(
      /spreadsheetml/,
    );
  });

  it.each<[string, Uint8Array]>([
    ["a page", text("<!doctype html><script>")],
    ["a drawing with scripts", text("<svg xmlns='http://www.w3.org/2000/svg'>")],
    ["a plain zip", zip([{ name: "a.txt" }])],
    ["macros", zip([...word, { name: "word/vbaProject.bin" }])],
    ["an archive within", zip([...word, { name: "inner.zip" }])],
    ["a name that climbs", zip([...word, { name: "../../etc/passwd" }])],
    ["an encrypted part", zip([...word, { name: "word/media/a.png", flags: 1 }])],
    ["a bomb", zip([...word, { name: "word/big.xml", unpacked: 4_000_000_000 }])],
    [
      "too many parts",
      zip([...word, ...Array.from({ length: 2001 }, (_, n) => ({ name: `word/${n}.xml` }))]),
    ],
    ["a cut-off zip", zip(word).subarray(0, 60)],
    ["a directory that points beyond", zip(word).fill(0xff, -6, -2)],
    ["a program", text("MZ\u0000\u0000")],
    ["nothing", new Uint8Array()],
  ])("refuses %s", (_name, bytes) => {
    expect(mediaTypeOf(bytes)).toBeNull();
  });
});

it("gives Vietnamese file names to every browser", () => {
  expect(contentDisposition('Báo cáo "Q3".docx', false)).toBe(
    "attachment; filename=\"Bao cao Q3.docx\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22Q3%22.docx",
  );
});
