import { describe, expect, it } from "vitest";

import { listProcedures } from "@/lib/catalogue/queries";
import { procedureName } from "@/lib/catalogue/rules";
import { dropRows, matchRow, matchRows, readProcedures } from "@/lib/catalogue/rows/commands";
import { listRows } from "@/lib/catalogue/rows/queries";
import type { Receipt } from "@/lib/journal/types";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { releaseChange, undoChange } from "@/lib/legal/changes/commands";
import { findLaw } from "@/lib/legal/register/queries";
import { createLaw } from "@/tests/support/fixtures/laws";
import { viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const heading = "STT\tMã TTHC\tTên thủ tục hành chính\tLĩnh vực";

const taken = async (sent: Promise<Result<Receipt>>): Promise<void> => {
  const result = await sent;
  expect(result.ok ? [] : result.problems).toEqual([]);
};

const leader = () => viewerNamed("leader");

const read = async (lawId: string, ...lines: string[]): Promise<Result<Receipt>> =>
  readProcedures(await leader(), { lawId, file: null, pasted: [heading, ...lines].join("\n") });

const draftOf = async (lawId: string) =>
  (await findLaw(await leader(), lawId, today))?.changes.find(({ released }) => released === null);

const rowsOf = async (lawId: string) => listRows(await leader(), (await draftOf(lawId))?.id ?? "");

async function release(lawId: string): Promise<Result<Receipt>> {
  const changeId = (await draftOf(lawId))?.id ?? "";
  return releaseChange(await leader(), { lawId, changeId, shown: undefined });
}

/** A decision with its list read in and released. */
async function published(...lines: string[]): Promise<string> {
  const law = await createLaw("2016-01-01");
  await taken(read(law, ...lines));
  await taken(release(law));
  return law;
}

const standing = async (code: string, on: PlainDate = today) =>
  (await listProcedures(await leader(), on)).find((each) => each.code === code);

let codes = 100_000;
const fresh = (): string => `2.${(codes += 1)}`;

describe("the list of a decision", () => {
  it("counts from its day on, once it is released, and no more once that is undone", async () => {
    const code = fresh();
    const law = await createLaw("2016-01-01");
    await taken(read(law, `1\t${code}\tCấp giấy phép xây dựng\tXây dựng`));
    expect(await standing(code)).toBeUndefined();
    await taken(release(law));
    expect(await standing(code)).toMatchObject({
      ...{ name: "Cấp giấy phép xây dựng", field: "Xây dựng", ended: false, since: plainDate("01/01/2016") },
      decision: { id: law },
    });
    expect(await standing(code, plainDate("31/12/2015"))).toBeUndefined();
    const [change] = (await findLaw(await leader(), law, today))?.changes ?? [];
    await taken(
      undoChange(await leader(), {
        ...{ lawId: law, changeId: change?.id ?? "", reason: "Đọc nhầm tệp", shown: undefined },
      }),
    );
    expect(await standing(code)).toBeUndefined();
  });

  it("changes nothing when it is read a second time, before and after it is released", async () => {
    const lines = [`1\t${fresh()}\tCấp đổi giấy phép\tXây dựng`, "2\t\tXác nhận hộ nghèo ở xã Một\tXã hội"];
    const law = await createLaw("2016-01-01");
    await taken(read(law, ...lines));
    const known = { ok: false, problems: [{ code: "rows-known" }] };
    expect(await read(law, ...lines)).toMatchObject(known);
    await taken(release(law));
    expect(await read(law, ...lines)).toMatchObject(known);
    await taken(read(law, ...lines, `3\t${fresh()}\tThu hồi giấy phép\tXây dựng`));
    expect((await rowsOf(law)).map(({ name }) => name)).toEqual(["Thu hồi giấy phép"]);
  });

  it("is not noted twice where a mended list is read over the first: what was read is taken off before", async () => {
    const [law, code] = [await createLaw("2016-01-01"), fresh()];
    await taken(read(law, `1\t${code}\tCấp giấy phép sai tên\tXây dựng`));
    const mended = `1\t${code}\tCấp giấy phép đúng tên\tXây dựng`;
    expect(await read(law, mended)).toMatchObject({
      ...{ ok: false, problems: [{ code: "row-noted", values: { what: code, place: "2", there: "2" } }] },
    });
    await taken(dropRows(await leader(), { lawId: law, rowId: "", shown: undefined }));
    await taken(read(law, mended));
    expect((await rowsOf(law)).map(({ name }) => name)).toEqual(["Cấp giấy phép đúng tên"]);
  });

  it("is noted whole or not at all, and says which row cannot be", async () => {
    const law = await createLaw("2016-01-01");
    expect(
      await read(law, `1\t${fresh()}\tCấp giấy phép\tXây dựng`, "2\t1.0042\tThu hồi\tXây dựng"),
    ).toMatchObject({
      ...{ ok: false, problems: [{ code: "row-code-malformed", field: "pasted", values: { place: "3" } }] },
    });
    expect(await draftOf(law)).toBeUndefined();
  });

  it("replaces old codes by new ones, each on its own day", async () => {
    const [old, next] = [fresh(), fresh()];
    await published(`1\t${old}\tĐăng ký khai sinh lưu động\tHộ tịch`);
    const law = await createLaw("2017-06-09");
    await taken(
      readProcedures(await leader(), {
        ...{ lawId: law, file: null },
        pasted: [
          "STT\tMã TTHC\tTên thủ tục hành chính\tMã TTHC được thay thế\tNgày có hiệu lực",
          `1\t${next}\tĐăng ký khai sinh lưu động\t${old}\t01/01/2018`,
        ].join("\n"),
      }),
    );
    await taken(release(law));
    expect(await standing(old)).toMatchObject({ ended: false });
    expect(await standing(next)).toBeUndefined();
    const later = plainDate("01/01/2018");
    expect(await standing(old, later)).toMatchObject({ ended: true, replacedBy: { code: next } });
    expect(await standing(next, later)).toMatchObject({ ended: false });
  });

  it("replaces an old code that no decision had named, whichever decision is read first", async () => {
    const [old, next] = [fresh(), fresh()];
    const law = await createLaw("2017-06-09");
    await taken(
      readProcedures(await leader(), {
        ...{ lawId: law, file: null },
        pasted: [
          "STT\tMã TTHC\tTên thủ tục hành chính\tMã TTHC được thay thế",
          `1\t${next}\tCấp thẻ bán hàng\t${old}`,
        ].join("\n"),
      }),
    );
    expect((await rowsOf(law))[0]?.replaces.map(procedureName)).toEqual([old]);
    await taken(release(law));
    await published(`1\t${old}\tCấp giấy bán hàng\tThương mại`);
    expect(await standing(old)).toMatchObject({ ended: true, replacedBy: { code: next } });
  });

  it("asks a person which procedure a row without a code means, and is not released before", async () => {
    const code = fresh();
    await published(`1\t${code}\tChứng thực bản sao điện tử\tHộ tịch`);
    const law = await createLaw("2017-06-09");
    await taken(
      readProcedures(await leader(), {
        ...{ lawId: law, file: null },
        pasted: [
          "Danh mục thủ tục hành chính bị bãi bỏ",
          "STT\tTên thủ tục hành chính",
          "1\tThủ tục chứng thực bản sao điện tử",
          "2\tThủ tục không ai biết",
        ].join("\n"),
      }),
    );
    expect((await rowsOf(law)).map(({ procedureId }) => procedureId)).toEqual([null, null]);
    expect(await release(law)).toMatchObject({ ok: false, problems: [{ code: "rows-unmatched" }] });
    await taken(matchRows(await leader(), { lawId: law, shown: undefined }));
    const [clear, unknown] = await rowsOf(law);
    expect(clear?.procedureId).toBe((await standing(code))?.id);
    expect(unknown?.procedureId).toBeNull();
    const meant = { lawId: law, rowId: unknown?.id ?? "" };
    expect(await matchRow(await leader(), { ...meant, meant: "code", code: "2.999999" })).toMatchObject({
      ...{ ok: false, problems: [{ code: "procedure-not-known", field: "code" }] },
    });
    await taken(dropRows(await leader(), { ...meant, shown: undefined }));
    await taken(release(law));
    expect(await standing(code)).toMatchObject({ ended: true, replacedBy: null, field: "Hộ tịch" });
  });

  it("asks a person whether a name without a code that comes again is the same procedure", async () => {
    const law = await createLaw("2016-01-01");
    const name = "Xác nhận chỗ ngồi lặp lại";
    await taken(read(law, `1\t\t${name}\tXã hội`, `2\t\t${name}\tHộ tịch`));
    const [first, again] = await rowsOf(law);
    expect(first?.procedureId).not.toBeNull();
    expect(again?.procedureId).toBeNull();
    await taken(matchRows(await leader(), { lawId: law, shown: undefined }));
    expect((await rowsOf(law))[1]?.procedureId).toBe(first?.procedureId);
  });

  it("is one procedure to two decisions that are read in the same moment", async () => {
    const code = fresh();
    const laws = [await createLaw("2016-01-01"), await createLaw("2016-01-01")];
    await Promise.all(laws.map((law) => taken(read(law, `1\t${code}\tCấp phép cùng lúc\tXây dựng`))));
    const meant = await Promise.all(laws.map(async (law) => (await rowsOf(law))[0]?.procedureId));
    expect(new Set(meant).size).toBe(1);
  });
});
