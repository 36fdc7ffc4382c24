import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { cancelEntry } from "@/lib/corrections/commands";
import { answerFinding } from "@/lib/findings/answers/commands";
import { systemViewer } from "@/lib/identity/viewer";
import { askForDigests } from "@/lib/reminders/digests/commands";
import { findDuties } from "@/lib/reminders/queries";
import { countMails, listMails } from "@/lib/reminders/mails/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { createFinding } from "@/tests/support/fixtures/findings";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import {
  addressed,
  askAgain,
  cleanSlate,
  closeOffice,
  office,
  openOffice,
  waitedLong,
  work,
} from "@/tests/support/mail/office";

const today = plainDate("31/12/2017");

beforeAll(openOffice);
afterAll(closeOffice);
beforeEach(cleanSlate);

describe("the digest", () => {
  it("goes to who owes something, names everything the screen names, and decodes to composed Vietnamese", async () => {
    await addressed("officer", "ducpho.iso@tinh.example");
    await askAgain();
    await work();
    expect(office.arrived.map(({ to }) => to)).toEqual(["ducpho.iso@tinh.example"]);
    const [{ mail }] = office.arrived as [(typeof office.arrived)[number]];
    const officer = await viewerNamed("officer");
    const agency = { id: officer.agencyId ?? "", code: "ubnd-duc-pho" };
    const { tasks } = await findDuties(officer, agency, "officer", today, "vi");
    expect(mail.subject).toMatch(new RegExp(`^Nề Nếp: ${tasks.length} việc cần làm, \\d+ việc đã quá hạn$`));
    const [text, html] = [mail.text ?? "", mail.html ?? ""];
    expect([mail.subject, text, html].every((each) => each === each?.normalize("NFC"))).toBe(true);
    expect(text.match(/^- /gm)?.length).toBe(tasks.length);
    expect(html.match(/<li>/g)?.length).toBe(tasks.length);
    expect(text).toContain("Tổ chức xem xét của lãnh đạo năm 2017");
    expect(text).toContain("https://nenep.example/agencies/ubnd-duc-pho/reviews/new?kind=management_review");
    const header = (key: string) => mail.headers.find((each) => each.key === key)?.value;
    expect(header("list-unsubscribe")).toMatch(
      /^<https:\/\/nenep\.example\/api\/mail\/stop\/[0-9a-f-]{36}>$/,
    );
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@nenep\.example>$/);
    expect(mail.from?.name).toBe("Nề Nếp");
  });

  it("names an inspector's planned visits and the findings that wait for their team", async () => {
    await addressed("inspector", "kiem.tra@tinh.example");
    const [answered] = await rowsOf<{ id: string }>(
      `insert into finding_answer (finding_id, agency_id, number, cause, correction, corrective_action, responsible, done_by, answered_on)
       select f.id, f.agency_id, 1, 'Chưa phân công', 'Đã niêm yết', 'Giao Văn phòng', 'Chánh Văn phòng', '2017-12-30', '2017-12-30'
       from finding f join visit v on v.id = f.visit_id join team_member m on m.visit_id = v.id
         join account a on a.person_id = m.person_id and a.name = 'inspector'
       where not exists (select 1 from finding_closure c where c.finding_id = f.id) limit 1 returning finding_id as id`,
    );
    await askAgain();
    await work();
    const text = office.arrived[0]?.mail.text ?? "";
    expect(text).toContain("Kiểm tra UBND huyện Đức Phổ");
    expect(text).toContain(`https://nenep.example/findings/${answered?.id}`);
    expect(text).toContain("https://nenep.example/today");
  });

  it("is one a day at most, however often the job runs, and whichever workers take it", async () => {
    await addressed("officer", "a@tinh.example");
    await addressed("inspector", "b@tinh.example");
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        async (runs, workers) => {
          for (let run = 0; run < runs; run += 1) await askAgain();
          await Promise.all(Array.from({ length: workers }, work));
          expect(office.arrived.map(({ to }) => to).sort()).toEqual(["a@tinh.example", "b@tinh.example"]);
        },
      ),
      { numRuns: 8 },
    );
    expect(await rowsOf("select count(*)::int as n from mail")).toEqual([{ n: 2 }]);
  });

  it("tells a rung once: the next day brings no mail while nothing changes", async () => {
    await addressed("officer", "a@tinh.example");
    await askAgain();
    await work();
    await rowsOf(
      "begin; set local session_replication_role = replica; update mail set day = day - 1; commit",
    );
    await askAgain();
    await work();
    expect(office.arrived).toHaveLength(1);
  });

  it("tells again of a finding whose answer was cancelled, and of nothing while the answer stood", async () => {
    const officer = await viewerNamed("officer");
    const agencyId = officer.agencyId ?? "";
    const own = { agencyId, agencyCode: "ubnd-duc-pho" };
    const finding = await createFinding("own");
    await addressed("officer", "a@tinh.example");
    const mailsOfTomorrow = async () => {
      await rowsOf(
        "begin; set local session_replication_role = replica; update mail set day = day - 1; commit",
      );
      office.arrived.length = 0;
      await askAgain();
      await work();
      return office.arrived.map(({ mail }) => mail.text ?? "");
    };
    expect(await mailsOfTomorrow()).toEqual([expect.stringContaining(finding)]);
    expect(await mailsOfTomorrow()).toEqual([]);
    const given = {
      cause: "Chưa phân công",
      correction: "Đã thay bảng tin",
      correctiveAction: "Giao Văn phòng",
    };
    const answered = await answerFinding(officer, {
      ...{
        findingId: finding,
        version: 0,
        ...given,
        responsible: "Chánh Văn phòng",
        doneBy: today,
        evidence: [],
      },
    });
    expect(answered).toMatchObject({ ok: true });
    expect(await mailsOfTomorrow()).toEqual([]);
    const [answerRow] = await rowsOf<{ id: string }>("select id from finding_answer where finding_id = $1", [
      finding,
    ]);
    const id = answerRow?.id ?? "";
    const wrong = { ...own, of: "answer" as const, id, about: finding, reason: "Trả lời nhầm điểm khác" };
    expect(await cancelEntry(officer, wrong)).toMatchObject({ ok: true });
    expect(await mailsOfTomorrow()).toEqual([expect.stringContaining(finding)]);
    expect(await mailsOfTomorrow()).toEqual([]);
  });

  it("tells it again where the mail that told it was refused for good", async () => {
    await addressed("officer", "a@tinh.example");
    office.answer = { responseCode: 550, message: "No such user" };
    await askAgain();
    await work();
    await rowsOf(
      "begin; set local session_replication_role = replica; update mail set day = day - 1; commit",
    );
    office.answer = null;
    await askAgain();
    await work();
    expect(office.arrived).toHaveLength(1);
  });

  it("is asked for once a day, for seven in the morning", async () => {
    for (let n = 0; n < 3; n += 1) await askForDigests(systemViewer("test"));
    const rows = await rowsOf<{ key: string; at: string }>(
      "select key, to_char(run_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as at from job",
    );
    expect(rows).toEqual([{ key: rows[0]?.key, at: `${rows[0]?.key} 07:00` }]);
  });
});

describe("a mail that is not taken at once", () => {
  it("waits, says why, and goes when the server takes it", async () => {
    await addressed("officer", "a@tinh.example");
    office.answer = { responseCode: 451, message: "Greylisted, try again" };
    await askAgain();
    await work();
    await work();
    const admin = await viewerNamed("admin");
    const [waiting] = await listMails(admin, { state: "waiting", page: 1 });
    expect(waiting).toMatchObject({ attempts: 1, address: "a@tinh.example" });
    expect(waiting?.reason).toContain("Greylisted");
    expect((waiting?.nextAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(30_000);
    office.answer = null;
    await waitedLong();
    await work();
    expect(await countMails(admin)).toMatchObject({ sent: 1, waiting: 0, failed: 0 });
    expect(office.arrived).toHaveLength(1);
  });

  it("fails at once where the address is refused, and after a day where nobody answers", async () => {
    await addressed("officer", "a@tinh.example");
    office.answer = { responseCode: 550, message: "No such user" };
    await askAgain();
    await work();
    const admin = await viewerNamed("admin");
    const [failed] = await listMails(admin, { state: "failed", page: 1 });
    expect(failed).toMatchObject({ attempts: 1, nextAt: null });
    expect(failed?.reason).toContain("No such user");
    await addressed("inspector", "b@tinh.example");
    office.answer = { responseCode: 421, message: "Too busy" };
    await askAgain();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await work();
      await waitedLong();
    }
    await work();
    const lines = await listMails(admin, { state: "failed", page: 1 });
    expect(lines.map(({ address, attempts }) => [address, attempts])).toEqual([
      ["b@tinh.example", 8],
      ["a@tinh.example", 1],
    ]);
  });

  it("is sent again under the same name where the process died before it noted the answer", async () => {
    await addressed("officer", "a@tinh.example");
    await askAgain();
    await rowsOf(
      `create function forget() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$`,
    );
    await rowsOf(
      "create trigger forget before insert on mail_attempt for each row execute function forget()",
    );
    await work();
    await rowsOf("drop trigger forget on mail_attempt");
    await rowsOf("drop function forget");
    await waitedLong();
    await work();
    const names = office.arrived.map(({ mail }) => mail.messageId);
    expect(names).toEqual([names[0], names[0]]);
    expect(await rowsOf("select outcome from mail_attempt")).toEqual([{ outcome: "sent" }]);
  });
});

describe("who may see what", () => {
  it("nobody but the administrator looks after mails, and none of their texts is theirs", async () => {
    await addressed("officer", "a@tinh.example");
    await askAgain();
    await work();
    const seen = await Promise.all(
      ["admin", "leader", "inspector", "officer", "head"].map(
        async (name) => (await listMails(await viewerNamed(name), { state: null, page: 1 })).length,
      ),
    );
    expect(seen).toEqual([1, 0, 0, 0, 0]);
    const { asViewer } = await import("@/lib/identity/database");
    const bodies = await asViewer(await viewerNamed("admin"), (tx) => tx.mailBody.count());
    expect(bodies).toBe(0);
  });

  it("a person names their own address and nothing else of themselves", async () => {
    const { asViewer } = await import("@/lib/identity/database");
    const officer = await viewerNamed("officer");
    const rename = (id: string | null) =>
      asViewer(officer, (tx) => tx.$executeRaw`update person set full_name = 'Khác' where id = ${id}::uuid`);
    await expect(rename(officer.personId)).rejects.toThrow(/named by an administrator/);
    expect(await rename((await viewerNamed("head")).personId)).toBe(0);
  });

  it.each(["mail", "mail_body", "mail_rung", "mail_attempt"])("%s is never changed", async (table) => {
    await expect(rowsOf(`delete from ${table}`)).rejects.toThrow(/append-only/);
  });
});
