import { beforeAll, describe, expect, it, test } from "vitest";

import {
  contentOf,
  fullFile,
  isHeld,
  largestFile,
  opened,
  partsOf,
  readContent,
  saysTheSame,
  sealed,
} from "@/lib/fieldwork/sealed-files/rules";
import { largestPhoto } from "@/lib/visits/photos/rules";
import type { Header, ImportLine } from "@/lib/fieldwork/sealed-files/types";

type Pair = { publicKey: string; privateKey: Uint8Array<ArrayBuffer> };

async function pair(): Promise<Pair> {
  const algorithm = {
    name: "RSA-OAEP",
    hash: "SHA-256",
    modulusLength: 3072,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const keys = await crypto.subtle.generateKey(algorithm, true, ["wrapKey", "unwrapKey"]);
  const spki = await crypto.subtle.exportKey("spki", keys.publicKey);
  return {
    publicKey: Buffer.from(spki).toString("base64"),
    privateKey: new Uint8Array(await crypto.subtle.exportKey("pkcs8", keys.privateKey)),
  };
}

const header: Header = {
  kind: "nenep-queue",
  edition: 1,
  keyId: "00000000-0000-4000-8000-000000000001",
  accountId: "00000000-0000-4000-8000-000000000002",
  name: "Nguyễn Thử Nghiệm",
  madeAt: "2017-12-31T02:00:00.000Z",
  items: 1,
};
const manifest = { proof: "p", items: [{ id: header.keyId, to: "attachments", message: {}, size: 3 }] };
const picture = new Uint8Array([1, 2, 3]);

let site: Pair;
let file: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  site = await pair();
  file = await sealed(header, site.publicKey, contentOf(manifest, [picture]));
});

const open = async (bytes: Uint8Array<ArrayBuffer>, { privateKey } = site): Promise<unknown> => {
  const parts = partsOf(bytes);
  const content = parts && (await opened(parts, privateKey));
  return content && readContent(content);
};

describe("a file from a device", () => {
  it("says in clear whose it is and how much it holds, and nothing else", () => {
    const text = Buffer.from(file).toString("utf8");
    expect(JSON.parse(text.slice(0, text.indexOf("\n")))).toEqual(header);
    expect(text).not.toContain("attachments");
  });

  it("gives back what was put in, to whom it was sealed for", async () => {
    expect(await open(file)).toEqual({ manifest, photographs: picture });
    expect(await open(file, await pair())).toBeNull();
  });

  it("is sealed anew each time: the same queue makes other bytes", async () => {
    const again = await sealed(header, site.publicKey, contentOf(manifest, [picture]));
    const at = partsOf(file)?.header.length ?? 0;
    expect(Buffer.from(again.subarray(at))).not.toEqual(Buffer.from(file.subarray(at)));
  });

  test("with any one byte changed it does not open, wherever the byte stands", async () => {
    const line = partsOf(file)?.header.length ?? 0;
    const places = {
      header: 20,
      "end of the header": line - 2,
      "wrapped key": line + 7,
      "end of the wrapped key": line + 383,
      content: line + 384,
      photograph: file.length - 18,
      seal: file.length - 1,
    };
    for (const [name, at] of Object.entries(places)) {
      const tampered = file.slice();
      tampered[at] = (tampered[at] ?? 0) ^ 1;
      expect(await open(tampered), name).toBeNull();
    }
    expect(await open(file.slice(0, -1))).toBeNull();
    expect(await open(new Uint8Array([...file, 0]))).toBeNull();
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["one long line", new Uint8Array(5000).fill(65)],
    ["a line and too little behind it", new TextEncoder().encode("{}\nabc")],
  ])("is not %s", (_name, bytes) => {
    expect(partsOf(bytes)).toBeNull();
  });

  it.each([
    ["a length beyond the end", new Uint8Array([0, 0, 0, 9, 123, 125])],
    ["a length of gigabytes", new Uint8Array([255, 255, 255, 255, 123, 125])],
    ["no JSON", new Uint8Array([0, 0, 0, 1, 123])],
    ["no UTF-8", new Uint8Array([0, 0, 0, 3, 34, 255, 34])],
    ["too little", new Uint8Array([0, 0])],
  ])("holds nothing readable where there is %s", (_name, bytes) => {
    expect(readContent(bytes)).toBeNull();
  });

  it("that is full, with one photograph more, is still taken", () => {
    expect(fullFile + largestPhoto).toBeLessThan(largestFile);
  });
});

const line = (result: ImportLine["result"], receiptNo: string | null): ImportLine => ({
  itemId: header.keyId,
  to: "sheets",
  part: "D",
  agencyName: null,
  recordedAt: null,
  result,
  receiptNo,
  problems: [],
});

describe("a second import of the same file", () => {
  it("says the same where each item has the same receipt", () => {
    expect(saysTheSame([line("received", "1")], [line("there", "1")])).toBe(true);
    expect(saysTheSame([line("kept", "1")], [line("kept", "1")])).toBe(true);
  });
  it("says something new where one was refused and is now received", () => {
    expect(saysTheSame([line("refused", null)], [line("received", "1")])).toBe(false);
    expect(saysTheSame([line("kept", "1")], [line("there", "1")])).toBe(false);
    expect(saysTheSame([line("received", "1")], [])).toBe(false);
  });
});

describe("what follows something that was not received", () => {
  const sheet = { visitId: "v", subject: "sheet:D", isWhole: false };
  const minutes = { ...sheet, subject: "minutes" };
  it("waits where it is of the same subject, or minutes of the visit without their text", () => {
    expect(isHeld(sheet, [sheet])).toBe(true);
    expect(isHeld(minutes, [sheet])).toBe(true);
  });
  it("goes where it is something else, or the text that people signed", () => {
    expect(isHeld({ ...sheet, subject: "sheet:E" }, [sheet])).toBe(false);
    expect(isHeld({ ...minutes, visitId: "w" }, [sheet])).toBe(false);
    expect(isHeld({ ...minutes, isWhole: true }, [sheet])).toBe(false);
  });
});
