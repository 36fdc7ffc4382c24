import { randomBytes } from "node:crypto";

import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { receiveMinutes } from "@/lib/visits/commands";
import { putAway } from "@/lib/fieldwork/kept/commands";
import { listKept } from "@/lib/fieldwork/kept/queries";
import { keptMessage } from "@/lib/fieldwork/kept/schema";
import { amendMinutes } from "@/lib/visits/minutes/commands";
import { absent } from "@/lib/visits/minutes/types";
import { findVisit } from "@/lib/visits/record/queries";
import { findPlan } from "@/lib/programme/plan/queries";
import { uuidv7 } from "@/lib/kernel/ids";
import { plainDate } from "@/lib/kernel/plain-date";
import { amendmentOf } from "@/lib/reports/documents/amendment";
import { keptMinutesOf } from "@/lib/reports/documents/kept-minutes";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { planOf } from "@/lib/reports/documents/plan";
import {
  findAmendment,
  findKeptMinutes,
  findMinutes,
  findNotice,
  findPlanPaper,
  findSummary,
} from "@/lib/reports/queries";
import { renderDocx } from "@/lib/reports/render/docx";
import { unregistered, visitPapers, yearPapers } from "@/lib/reports/rules";
import { listSignatoryChoices } from "@/lib/reports/signatories/queries";
import { sealedOf, sealedVisit } from "@/tests/support/database/sealed";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, inspector, createVisit } from "@/tests/support/database/visit";

const day = plainDate("31/12/2017");

/** A visit at the officer's own agency. */
async function ownVisit(final: boolean): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    `select v.id from visit v join agency a on a.id = v.agency_id
     where a.code = 'ubnd-duc-pho' and exists (select 1 from visit_result r where r.visit_id = v.id) = $1 limit 1`,
    [final],
  );
  return row?.id ?? "";
}

const otherVisit = async (): Promise<string> => {
  const [row] = await rowsOf<{ id: string }>(
    `select v.id from visit v join agency a on a.id = v.agency_id join visit_result r on r.visit_id = v.id where a.code = 'snv' limit 1`,
  );
  return row?.id ?? "";
};

describe("papers of a visit", () => {
  it.each(["officer", "head"])(
    "are given to the %s of the agency once the visit is final",
    async (account) => {
      const viewer = await viewerNamed(account);
      const [final, draft] = [await ownVisit(true), await ownVisit(false)];
      expect(await findMinutes(viewer, final, unregistered)).not.toBeNull();
      expect(await findNotice(viewer, final, unregistered)).not.toBeNull();
      expect(await findVisit(viewer, draft, "vi")).not.toBeNull();
      expect(await findMinutes(viewer, draft, unregistered)).toBeNull();
      expect(visitPapers(viewer, { id: draft, final: false })).toEqual([]);
    },
  );

  it("are not given to another agency", async () => {
    const viewer = await viewerNamed("officer");
    expect(await findMinutes(viewer, await otherVisit(), unregistered)).toBeNull();
    expect(await findNotice(viewer, await otherVisit(), unregistered)).toBeNull();
  });

  it("are a draft for the team before that, and there is no notice yet", async () => {
    const viewer = await viewerNamed("inspector");
    const id = await ownVisit(false);
    const facts = await findMinutes(viewer, id, unregistered);
    expect(facts && minutesOf(facts).title.kind).toBe("DỰ THẢO BIÊN BẢN");
    expect(await findNotice(viewer, id, unregistered)).toBeNull();
    expect(visitPapers(viewer, { id, final: false }).map(({ kind }) => kind)).toEqual(["draft"]);
  });
});

describe("minutes that were amended", () => {
  /** Signed minutes of a final visit at the officer's own agency. */
  async function signedVisit(): Promise<string> {
    const id = await ownVisit(true);
    await rowsOf(
      `insert into visit_minutes (visit_id, agency_id, version, fingerprint, content, opinion, statement, representative_name,
         signature_kind, recorded_at, recorded_by, receipt_no)
       select id, agency_id, 1, repeat('a', 64), $2, 'dissents', 'Bảng tin đã được thay', 'Phạm Minh Chi', 'typed',
         '2017-10-12T08:00:00Z', uuidv7(), (select max(j.id) from journal_entry j where j.chain_id = visit.agency_id)
       from visit where id = $1 and not exists (select 1 from visit_minutes where visit_id = $1)`,
      [
        id,
        JSON.stringify({
          form: "ne-nep-minutes-v1",
          representative: { signature: { kind: "typed" } },
          photos: {},
        }),
      ],
    );
    return id;
  }
  const wordOf = async (account: string, id: string): Promise<string> => {
    const facts = await findMinutes(await viewerNamed(account), id, unregistered);
    const file = facts && unzipSync(await renderDocx(minutesOf(facts)))["word/document.xml"];
    return file ? strFromU8(file) : "";
  };

  it("stay as they were signed, word for word; what was added is a paper of its own", async () => {
    const id = await signedVisit();
    const before = await wordOf("inspector", id);
    expect(before).toContain("Bảng tin đã được thay");
    const added = await amendMinutes(await viewerNamed("inspector"), {
      visitId: id,
      version: 1,
      reason: "Ghi thêm ngày ký",
      representative: absent,
    });
    expect(added.ok).toBe(true);
    expect(await wordOf("inspector", id)).toBe(before);
    expect(await wordOf("officer", id)).toBe(before);
    const viewer = await viewerNamed("officer");
    const amendment = await findAmendment(viewer, id, 2, unregistered);
    expect(amendment && amendmentOf(amendment).title.subject[0]).toContain("Bản bổ sung thứ 1");
    expect(JSON.stringify(amendment && amendmentOf(amendment))).toContain("a".repeat(64));
    expect(JSON.stringify(amendment && amendmentOf(amendment))).toMatch(
      /Thời gian lập bản bổ sung: .* ngày 31 tháng 12 năm 2017/u,
    );
    for (const none of [1, 3]) expect(await findAmendment(viewer, id, none, unregistered)).toBeNull();
    const links = visitPapers(viewer, { id, final: true, versions: [1, 2] });
    expect(links.map(({ href }) => href)).toContain(`/audits/${id}/minutes.docx?version=2`);
  });

  it("are given to nobody else", async () => {
    expect(await findAmendment(await viewerNamed("officer"), await otherVisit(), 2, unregistered)).toBeNull();
  });
});

describe("who signs", () => {
  it("is whom the address chooses of those recorded for the day, else the first", async () => {
    const viewer = await viewerNamed("leader");
    const choices = await listSignatoryChoices(viewer, day);
    expect(choices.map(({ label }) => label.replace(/ [^ ]+ [^ ]+ [^ ]+$/u, ""))).toEqual([
      "Giám đốc",
      "KT. Giám đốc, Phó Giám đốc",
      "TL. Giám đốc, Chi cục trưởng Chi cục Tiêu chuẩn Đo lường Chất lượng",
    ]);
    const signed = async (id: string | null): Promise<readonly string[]> => {
      const facts = await findPlanPaper(viewer, 2017, unregistered, id);
      return facts ? (planOf(facts).signatures[0]?.title ?? []) : [];
    };
    expect(await signed(null)).toEqual(["GIÁM ĐỐC"]);
    expect(await signed(choices[1]?.id ?? "")).toEqual(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]);
    expect(await signed("nobody")).toEqual(["GIÁM ĐỐC"]);
    expect(await listSignatoryChoices(await viewerNamed("officer"), day)).toEqual([]);
  });

  it("is one at a time in each place, and says for whom", async () => {
    const insert = (authority: string, principal: string) =>
      rowsOf(
        `insert into paper_signatory (position, authority, principal, title, name, valid_from) values (0, '${authority}', '${principal}', 'Phó Giám đốc', 'A', '2017-01-01')`,
      );
    await expect(insert("own", "")).rejects.toThrow("paper_signatory_no_overlap");
    await expect(insert("in_place", "")).rejects.toThrow("paper_signatory_for_whom");
  });

  it("and who inspects, an agency reads of those who audit it alone", async () => {
    const viewer = await viewerNamed("officer");
    const facts = await findMinutes(viewer, await ownVisit(true), unregistered);
    expect(Object.keys(facts?.positions ?? {})).toHaveLength(5);
  });
});

describe("papers of a year", () => {
  it("are the province's", async () => {
    const viewer = await viewerNamed("officer");
    expect(await findSummary(viewer, 2017, day, unregistered)).toBeNull();
    expect(yearPapers(viewer, 2017, day, [{ year: 2017 }])).toEqual([]);
    const leader = await viewerNamed("leader");
    const kinds = (...years: number[]) =>
      yearPapers(
        leader,
        2018,
        day,
        years.map((year) => ({ year })),
      ).map(({ kind }) => kind);
    expect(kinds(2017, 2018)).toEqual(["plan"]);
    expect(kinds(2017)).toEqual([]);
  });

  it("hold every agency and every finding of the year", async () => {
    const facts = await findSummary(await viewerNamed("leader"), 2017, day, unregistered);
    expect(facts?.figures.agencies).toHaveLength(46);
    const [count] = await rowsOf<{ count: number }>(
      "select count(*)::int from finding f join visit v on v.id = f.visit_id join programme p on p.id = v.programme_id where p.year = 2017",
    );
    expect(facts?.figures.findings).toHaveLength(count?.count ?? -1);
  });

  it("show an agency its own visits, of a programme that has been approved", async () => {
    const viewer = await viewerNamed("officer");
    const plan = await findPlan(viewer, 2017);
    expect(plan?.visits.length).toBeGreaterThan(0);
    expect(new Set(plan?.visits.map(({ agencyName }) => agencyName))).toEqual(
      new Set(["UBND huyện Đức Phổ"]),
    );
    await rowsOf("insert into programme (year, title) values (2030, 'Kế hoạch kiểm tra năm 2030')");
    expect(await findPlan(viewer, 2030)).toBeNull();
    expect((await findPlan(await viewerNamed("leader"), 2030))?.approvedOn).toBeNull();
  });
});

describe("minutes that were not taken and were put away", () => {
  it("say whether the visit has minutes, and whether they came before", async () => {
    const viewer = await inspector();
    const visit = await createVisit();
    await answerAll(visit);
    const signed = await sealedOf(visit);
    const mark = () => ({
      id: uuidv7(Date.now(), randomBytes(10)),
      recordedAt: new Date("2017-12-31T02:00:00Z"),
    });
    const put = async () => {
      const message = {
        text: signed.text,
        fingerprint: signed.fingerprint,
        nonce: randomBytes(4).toString("hex"),
      };
      const told = { format: 1, visitId: visit, recordedAt: "2017-12-31T02:00:00Z", to: "minutes", message };
      const done = await putAway(
        viewer,
        keptMessage.parse({ ...told, problem: "Ngày ký chưa tới." }),
        mark(),
      );
      if (!done.ok) throw new Error("refused");
      return done.value;
    };
    const saidOf = async (number: string): Promise<string> => {
      const facts = await findKeptMinutes(viewer, visit, number, unregistered);
      if (!facts) throw new Error("nothing is kept");
      expect(keptMinutesOf(facts).marks[0]).toBe("Bản không được nhận, không phải biên bản");
      return JSON.stringify(keptMinutesOf(facts).closing);
    };
    const first = await put();
    expect(first.version).toBe(0);
    expect(await saidOf(first.number)).toContain("Ngày ký chưa tới");
    expect(await saidOf(first.number)).toContain("chưa có biên bản nào được nhận");
    await receiveMinutes(viewer, signed.input, mark());
    expect(await saidOf(first.number)).toContain("được nhận sau bản này");
    const second = await put();
    expect(second.version).toBe(1);
    expect(await saidOf(second.number)).toContain("đã có biên bản khác được nhận trước");
  });
});

describe("a second set of minutes of one visit", () => {
  const drawn = { kind: "drawn" as const, path: "M1 2 L3 4" };

  it("can be had whole, with its due dates and signatures, and says on every page that it is not the minutes", async () => {
    const visit = await sealedVisit();
    const viewer = await inspector();
    const late = await sealedOf(visit, {
      representative: {
        opinion: "agrees",
        name: "Phạm Minh Chi",
        title: "Phó Chủ tịch",
        statement: "",
        signature: drawn,
      },
    });
    const mark = { id: uuidv7(Date.now(), randomBytes(10)), recordedAt: new Date("2017-12-31T02:00:00Z") };
    await receiveMinutes(viewer, late.input, mark);
    const [kept] = await listKept(viewer, visit);
    const number = kept?.receiptNo ?? "";
    const facts = await findKeptMinutes(viewer, visit, number, unregistered);
    if (!facts) throw new Error("nothing is kept");
    const paper = keptMinutesOf(facts);
    expect(paper.marks[0]).toBe("Bản gửi sau, không phải biên bản");
    expect(paper.signatures[0]).toMatchObject({ name: "Phạm Minh Chi", drawn: drawn.path });
    const files = unzipSync(new Uint8Array(await renderDocx(paper)));
    const text = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    for (const said of [
      "Bảng tin tầng 1",
      "Thời điểm ký do máy của Đoàn ghi: 31/12/2017 09:00; thời điểm hệ thống nhận:",
      "30/12/2017",
      late.fingerprint,
      "BẢN GỬI SAU, KHÔNG PHẢI BIÊN BẢN",
    ])
      expect(text).toContain(said);
    expect(text).toContain("đã có biên bản khác được nhận trước");
    expect(text).not.toContain("Nơi nhận");
    expect(await findKeptMinutes(await viewerNamed("officer"), visit, number, unregistered)).toBeNull();
    expect(await findKeptMinutes(viewer, visit, "000000", unregistered)).toBeNull();
  });
});
