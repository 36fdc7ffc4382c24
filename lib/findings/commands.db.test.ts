import { afterAll, describe, expect, it } from "vitest";

import { findFile } from "@/lib/files/queries";
import { closeFinding } from "@/lib/findings/commands";
import { findFinding, listFindings } from "@/lib/findings/queries";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { agencyOf, disconnect, rows, sessionOf, today, written, type Scope } from "@/tests/support/scopes";
import { createAnswered } from "@/tests/support/fixtures/findings";

afterAll(disconnect);

const viewer = async (role: string) => (await sessionOf(role)).viewer;
const pdf = () => new File(["%PDF-1.7 báo cáo khắc phục"], "Báo cáo khắc phục.pdf");

const closure = (findingId: string, evidence: File | null = null) => ({
  findingId,
  version: 1,
  closedOn: today,
  note: "Đã xem báo cáo khắc phục ngày 28/12/2017 và ảnh bảng tin",
  evidence,
});

describe("closing a finding", () => {
  it("keeps the file with it, for the inspectors and the agency itself", async () => {
    const id = await createAnswered("own");
    expect(await closeFinding(await viewer("inspector"), closure(id, pdf()))).toMatchObject({ ok: true });
    const closed = await findFinding(await viewer("officer"), id);
    expect(closed).toMatchObject({
      closedOn: today,
      closureNote: "Đã xem báo cáo khắc phục ngày 28/12/2017 và ảnh bảng tin",
    });
    const file = await findFile(await viewer("officer"), closed?.closureFileId ?? "");
    expect(file).toMatchObject({ fileName: "Báo cáo khắc phục.pdf", mediaType: "application/pdf" });
  });

  it("keeps the file of another agency's finding from everybody else", async () => {
    const id = await createAnswered("other");
    expect((await closeFinding(await viewer("inspector"), closure(id, pdf()))).ok).toBe(true);
    const fileId = (await findFinding(await viewer("inspector"), id))?.closureFileId ?? "";
    expect(await findFile(await viewer("inspector"), fileId)).not.toBeNull();
    for (const role of ["officer", "head", "admin"])
      expect([role, await findFile(await viewer(role), fileId)]).toEqual([role, null]);
  });

  it.each(["officer", "head", "leader", "admin"])(
    "is not for the %s, of one's own agency or another",
    async (role) => {
      for (const where of ["own", "other"] as const) {
        const id = await createAnswered(where);
        const who = await viewer(role);
        const before = await written();
        expect(await closeFinding(who, closure(id, pdf()))).toMatchObject({
          problems: [{ code: "not-yours" }],
        });
        expect(await written()).toEqual(before);
      }
    },
  );

  it.each([
    ["a program for evidence", { evidence: new File(["MZ\u0000"], "báo cáo.pdf") }, "file-type"],
    ["a day to come", { closedOn: "2018-01-01" as PlainDate }, "date-in-future"],
    ["a day before it was raised", { closedOn: "2017-12-30" as PlainDate }, "date-before"],
    ["a finding that does not exist", { findingId: "00000000-0000-4000-8000-000000000000" }, "not-yours"],
  ])("refuses %s, and writes nothing", async (_what, change, code) => {
    const input = { ...closure(await createAnswered("own"), pdf()), ...change };
    const who = await viewer("inspector");
    const before = await written();
    expect(await closeFinding(who, input)).toMatchObject({ ok: false, problems: [{ code }] });
    expect(await written()).toEqual(before);
  });

  it("happens once, when two inspectors do it at the same moment", async () => {
    const id = await createAnswered("own");
    const who = await viewer("inspector");
    const both = await Promise.all([closeFinding(who, closure(id, pdf())), closeFinding(who, closure(id))]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(both.find((each) => !each.ok)).toMatchObject({ problems: [{ code: "already-done" }] });
  });
});

const all = { year: null, topic: null, severity: null, agencyCode: null, openOnly: false };

const idsOf = async (where: Scope): Promise<string[]> =>
  (
    await rows<{ id: string }>("select id from finding where agency_id = $1 order by id", [
      await agencyOf(where),
    ])
  ).map((row) => row.id);

async function everyPage(role: string, agencyCode: string | null = null): Promise<string[]> {
  const who = await viewer(role);
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const { lines, total } = await listFindings(who, { ...all, agencyCode, page });
    found.push(...lines.map((line) => line.id));
    if (lines.length === 0 || found.length >= total) return found.sort();
  }
}

describe("reading findings", () => {
  it("gives an agency all of its own and nothing of others, asked for or not", async () => {
    await createAnswered("other");
    for (const role of ["officer", "head"]) {
      expect(await everyPage(role)).toEqual(await idsOf("own"));
      expect(await everyPage(role, "snv")).toEqual([]);
      const who = await viewer(role);
      for (const id of await idsOf("other")) expect(await findFinding(who, id)).toBeNull();
      for (const id of await idsOf("own")) expect(await findFinding(who, id)).toMatchObject({ id });
    }
  });

  it("counts for an agency what it lists, and no more", async () => {
    const who = await viewer("officer");
    const { total, open } = await listFindings(who, { ...all, page: 1 });
    const [counted] = await rows<{ total: number; open: number }>(
      `select count(*)::int as total, (count(*) filter (where c.finding_id is null))::int as open
       from finding f left join finding_closure c on c.finding_id = f.id where f.agency_id = $1`,
      [await agencyOf("own")],
    );
    expect({ total, open }).toEqual(counted);
  });

  it("gives the administrator none", async () => {
    expect(await everyPage("admin")).toEqual([]);
    expect(await findFinding(await viewer("admin"), (await idsOf("own"))[0] ?? "")).toBeNull();
  });
});
