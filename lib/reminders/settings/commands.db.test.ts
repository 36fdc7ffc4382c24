import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { systemViewer } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { listMails } from "@/lib/reminders/mails/queries";
import { findDuties } from "@/lib/reminders/queries";
import { saveMailSetting, stopMails } from "@/lib/reminders/settings/commands";
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

describe("stopping", () => {
  const secretOf = async (name: string): Promise<string> =>
    (
      await rowsOf<{ secret: string }>(
        "select s.secret::text from mail_setting s join account a on a.id = s.account_id where a.name = $1",
        [name],
      )
    )[0]?.secret ?? "";
  const setting = { address: "a@tinh.example", language: "vi", reminders: "on" } as const;

  it("by the secret address ends the mails, leaves the duties on the screen, and stands in history", async () => {
    const officer = await viewerNamed("officer");
    expect((await saveMailSetting(officer, setting)).ok).toBe(true);
    await work();
    expect(office.arrived.map(({ mail }) => mail.subject)).toEqual([
      "Nề Nếp sẽ gửi thư nhắc việc đến địa chỉ này",
    ]);
    const agency = { id: officer.agencyId ?? "", code: "ubnd-duc-pho" };
    const before = await findDuties(officer, agency, "officer", today, "vi");
    const secret = await secretOf("officer");
    expect(await stopMails(systemViewer("stop-mails"), secret)).toBe(true);
    expect(await stopMails(systemViewer("stop-mails"), secret)).toBe(true);
    expect(await stopMails(systemViewer("stop-mails"), randomUUID())).toBeNull();
    await askAgain();
    await work();
    expect(office.arrived).toHaveLength(1);
    expect((await findDuties(officer, agency, "officer", today, "vi")).tasks).toEqual(before.tasks);
    expect(
      await rowsOf("select count(*)::int as n from journal_entry where action = 'mails-stopped'"),
    ).toEqual([{ n: 1 }]);
  });

  it("also stops a mail that waits already", async () => {
    await addressed("officer", "a@tinh.example");
    office.answer = { responseCode: 451, message: "Greylisted" };
    await askAgain();
    await work();
    office.answer = null;
    await stopMails(systemViewer("stop-mails"), await secretOf("officer"));
    await waitedLong();
    await work();
    expect(office.arrived).toEqual([]);
    expect(await listMails(await viewerNamed("admin"), { state: "failed", page: 1 })).toMatchObject([
      { reason: "stopped" },
    ]);
  });

  it("is a choice of one's own, in one's own language, and says what is already so", async () => {
    const head = await viewerNamed("head");
    expect((await saveMailSetting(head, { ...setting, language: "en", reminders: "off" })).ok).toBe(true);
    expect(await saveMailSetting(head, { ...setting, language: "en", reminders: "off" })).toMatchObject({
      problems: [{ code: "no-change" }],
    });
    await askAgain();
    await work();
    expect(office.arrived).toEqual([]);
    expect((await saveMailSetting(head, { ...setting, language: "en" })).ok).toBe(true);
    await askAgain();
    await work();
    expect(office.arrived[0]?.mail.subject).toMatch(/^Nề Nếp: \d+ things to do, \d+ overdue$/);
  });
});
