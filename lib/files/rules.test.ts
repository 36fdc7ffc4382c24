import { describe, expect, it } from "vitest";

import { contentDisposition, fileNameOf, mediaTypeOf, servedName } from "@/lib/files/rules";
import { noticePicture } from "@/prisma/seed/picture";

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe("the type of a file by its bytes", () => {
  it("knows a picture and a PDF, with whatever a scanner writes before it", () => {
    expect(mediaTypeOf(noticePicture())).toBe("image/png");
    expect(mediaTypeOf(text("%PDF-1.7"))).toBe("application/pdf");
    expect(mediaTypeOf(text(`\ufeff${" ".repeat(1016)}%PDF-`))).toBe("application/pdf");
  });

  it.each<[string, Uint8Array]>([
    ["a page", text("<!doctype html><script>")],
    ["a drawing with scripts", text("<svg xmlns='http://www.w3.org/2000/svg'>")],
    ["a program", text("MZ\u0000\u0000")],
    ["an archive that says it is a PDF", text("PK\u0003\u0004%PDF-1.7")],
    ["a PDF that begins too late for its readers", text(`${" ".repeat(1020)}%PDF-1.7`)],
    ["nothing", new Uint8Array()],
  ])("refuses %s", (_name, bytes) => {
    expect(mediaTypeOf(bytes)).toBeNull();
  });
});

describe("the name of a file", () => {
  it.each([
    ["Báo cáo.docx", "Báo cáo.docx"],
    ["C:\\Users\\An\\Báo cáo.pdf", "Báo cáo.pdf"],
    ["\u202egpj.exe\u2069.pdf", "gpj.exe.pdf"],
    ["Quy\u2028trình\u00a0\ufffe1.pdf", "Quy trình 1.pdf"],
    ["", "tệp"],
    ["\u200b\u2800", "tệp"],
  ])("%j is kept as %j", (written, kept) => {
    expect(fileNameOf(written, "tệp")).toBe(kept);
  });

  it("keeps its ending when it is cut, and its last letter whole", () => {
    expect(fileNameOf(`${"dài ".repeat(100)}.docx`, "x")).toMatch(/^(?:dài ){48}dài\.docx$/);
    expect(fileNameOf(`${"a".repeat(194)}🇻🇳.pdf`, "x")).toBe(`${"a".repeat(194)}.pdf`);
    expect(fileNameOf("ệ".normalize("NFD").repeat(150) + ".png", "x")).toHaveLength(154);
    expect(fileNameOf("k".repeat(300), "x")).toBe("k".repeat(200));
  });
});

describe("a file's name on its way to a browser", () => {
  it("is given whole, and in plain letters", () => {
    expect(contentDisposition('Báo cáo "Q3".docx', false)).toBe(
      "attachment; filename=\"Bao cao Q3.docx\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22Q3%22.docx",
    );
  });

  it.each([
    ["bảng tin.JPG", "image/jpeg", "bảng tin.JPG"],
    ["bảng tin.jpg.exe", "image/png", "bảng tin.jpg.exe.png"],
    ["quyết định", "application/pdf", "quyết định.pdf"],
    ["số 12.2017", "application/pdf", "số 12.2017.pdf"],
    ["lạ.bin", "application/octet-stream", "lạ.bin"],
  ])("%s of type %s is given out as %s", (name, type, served) => {
    expect(servedName(name, type)).toBe(served);
  });

  it.each([
    ["Đức Phổ – quyết định.pdf", "Duc Pho  quyet dinh.pdf"],
    ["Ðức.pdf", "Duc.pdf"],
    ["文書.pdf", "file.pdf"],
    ["文書", "file"],
    ["100%.pdf", "100.pdf"],
    ["a\nb\u0000\ud800.pdf", "a b.pdf"],
  ])("%j is %j for old ones", (name, plain) => {
    expect(contentDisposition(name, true)).toContain(`inline; filename="${plain}"; filename*`);
  });
});
