import { describe, expect, it } from "vitest";

import { faultOfFile, faultOfFiles, isChosen, mebibytesOf } from "@/lib/kernel/file-size";

const MiB = 1024 * 1024;
const file = (size: number) => ({ name: "bien-ban.pdf", size });

describe("the size of a file in a form", () => {
  it.each([
    [0, "file-empty"],
    [1, null],
    [10 * MiB, null],
    [10 * MiB + 1, "file-too-heavy"],
  ])("of %i bytes: %s", (size, code) => {
    expect(faultOfFile(file(size))?.code ?? null).toBe(code);
  });

  it("is said so that what is too large never reads as what would be taken", () => {
    expect(faultOfFile(file(10 * MiB + 1))?.values).toEqual({ name: "bien-ban.pdf", size: 10.1, max: 10 });
    expect(mebibytesOf(10 * MiB)).toBe(10);
  });

  it("of several is asked of each and of all", () => {
    expect(faultOfFiles([file(10 * MiB), file(10 * MiB)])).toBeNull();
    expect(faultOfFiles([file(10 * MiB), file(10 * MiB), file(1)])?.code).toBe("files-too-heavy");
    expect(faultOfFiles([file(1), file(0)])?.code).toBe("file-empty");
  });

  it("tells a field left alone from an empty file", () => {
    expect(isChosen({ name: "", size: 0 })).toBe(false);
    expect(isChosen({ name: "rong.pdf", size: 0 })).toBe(true);
  });
});
