import { beforeAll, describe, expect, it } from "vitest";

import { takeImport } from "@/lib/fieldwork/sealed-files/commands";
import { ensureExportKey, replaceExportKey } from "@/lib/fieldwork/sealed-files/keys/commands";
import { findExportKey } from "@/lib/fieldwork/sealed-files/queries";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { fileOf, linesAfter, newId, photo, png, sheet, type Lie } from "@/tests/support/database/export";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { inspector, createVisit, written } from "@/tests/support/database/visit";

const admin = (): Promise<Viewer> => viewerNamed("admin");

beforeAll(async () => {
  await Promise.all([ensureExportKey(systemViewer("start-up")), ensureExportKey(systemViewer("start-up"))]);
});

describe("a file that is refused changes nothing", () => {
  const refusedFor = async (file: Uint8Array<ArrayBuffer>, visit: string, viewer?: Viewer) => {
    const before = await written(visit);
    const result = await takeImport(viewer ?? (await admin()), file);
    expect(await written(visit)).toBe(before);
    return result.ok ? null : result.problems[0]?.code;
  };
  const good = async (visit: string, lie?: Lie) => fileOf(await inspector(), [sheet(visit, 0, "a")], lie);

  it("from everybody but an administrator", async () => {
    const visit = await createVisit();
    const file = await good(visit);
    for (const name of ["inspector", "leader", "officer", "head"])
      expect(await refusedFor(file, visit, await viewerNamed(name)), name).toBe("not-yours");
  });

  it("where it is something else, too large, or not whole", async () => {
    const visit = await createVisit();
    const file = await good(visit);
    expect(await refusedFor(new Uint8Array(png), visit)).toBe("import-type");
    expect(await refusedFor(new Uint8Array(41 * 1024 * 1024), visit)).toBe("file-too-large");
    for (const at of [file.length - 1, file.length - 40]) {
      const tampered = file.slice();
      tampered[at] = (tampered[at] ?? 0) ^ 1;
      expect(await refusedFor(tampered, visit)).toBe("import-broken");
    }
    expect(await refusedFor(await good(visit, { items: 2 }), visit)).toBe("import-broken");
    const short = { ...photo(visit), size: 4 };
    expect(await refusedFor(await fileOf(await inspector(), [short]), visit)).toBe("import-broken");
    const newer = new TextDecoder("latin1").decode(file).replace('"edition":1', '"edition":2');
    expect(
      await refusedFor(
        Uint8Array.from(newer, (sign) => sign.charCodeAt(0)),
        visit,
      ),
    ).toBe("import-edition");
  });

  it("where it is sealed for another installation", async () => {
    const visit = await createVisit();
    expect(await refusedFor(await good(visit, { keyId: newId() }), visit)).toBe("import-key");
  });

  it("where another person's device wrote it in somebody's name", async () => {
    const visit = await createVisit();
    const own = await findExportKey(await inspector());
    const [leader] = await rowsOf<{ id: string }>("select id from account where name = 'leader'");
    expect(await refusedFor(await good(visit, { accountId: leader?.id ?? "" }), visit)).toBe(
      "import-foreign",
    );
    expect(await refusedFor(await good(visit, { proof: `${own?.proof.slice(1)}g` }), visit)).toBe(
      "import-foreign",
    );
    expect(await refusedFor(await good(visit, { proof: "" }), visit)).toBe("import-foreign");
  });
});

describe("the keys", () => {
  it("are one after starting twice at once; a newer one still opens older files", async () => {
    expect(await rowsOf("select 1 from export_key")).toHaveLength(1);
    const visit = await createVisit();
    const before = await findExportKey(await inspector());
    const file = await fileOf(await inspector(), [sheet(visit, 0, "a")]);
    await replaceExportKey(systemViewer("start-up"));
    expect((await findExportKey(await inspector()))?.keyId).not.toBe(before?.keyId);
    expect(await linesAfter(file)).toMatchObject([{ result: "received" }]);
  });

  it("are told to those who record, each with a proof of their own, and shown to nobody", async () => {
    expect(await findExportKey(await viewerNamed("leader"))).toBeNull();
    const { asViewer } = await import("@/lib/identity/database");
    for (const name of ["inspector", "leader", "officer", "admin"])
      expect(await asViewer(await viewerNamed(name), (tx) => tx.exportKey.count()), name).toBe(0);
  });
});
