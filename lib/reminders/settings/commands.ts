import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { ownChain } from "@/lib/journal/access";
import { command } from "@/lib/journal/commands";
import { change, record } from "@/lib/journal/entries/commands";
import { changes } from "@/lib/journal/rules";
import { provinceChain } from "@/lib/kernel/ids";
import { dayInVietnam } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refuse, refused } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";
import { mailSettings } from "@/lib/platform/env";
import { wordsIn } from "@/lib/platform/words";
import { welcomePaper } from "@/lib/reminders/digests/labels";
import { writeMail } from "@/lib/reminders/mails/commands";
import { letterOf } from "@/lib/reminders/mails/labels";
import { stopPage } from "@/lib/reminders/mails/rules";
import { mailSettingForm, type MailSettingForm } from "@/lib/reminders/settings/schema";

type Stored = { address: string | null; language: string; stopped: boolean; secret: string; name: string };

/** One's own setting, made where there is none yet, and locked. */
async function lockOwn(tx: Tx, accountId: string): Promise<Stored | null> {
  await tx.$executeRaw`insert into mail_setting (account_id) values (${accountId}::uuid) on conflict do nothing`;
  const rows = await tx.$queryRaw<Stored[]>`
    select p.email as address, s.language, s.stopped_at is not null as stopped, s.secret, p.full_name as name
    from mail_setting s join account a on a.id = s.account_id join person p on p.id = a.person_id
    where s.account_id = ${accountId}::uuid for update of s`;
  return rows[0] ?? null;
}

const shown = ({ address, language, stopped }: Pick<Stored, "address" | "language" | "stopped">) => ({
  address: address ?? "",
  language,
  reminders: stopped ? "off" : "on",
});

/** Says where reminders go, in which language, and whether they go at all. A new address gets a letter of what will come. */
export const saveMailSetting = command("account.self", mailSettingForm, async ({ tx, viewer }, form) => {
  const { accountId, personId } = viewer;
  const before = accountId && (await lockOwn(tx, accountId));
  if (!before || !personId) refuse("not-yours");
  const after = { address: form.address, language: form.language, stopped: form.reminders === "off" };
  const content = changes(shown(before), shown(after));
  if (Object.keys(content).length === 0) refuse("no-change");
  await tx.person.update({ where: { id: personId }, data: { email: form.address }, select: { id: true } });
  await tx.$executeRaw`update mail_setting set language = ${after.language},
    stopped_at = case when ${after.stopped} then coalesce(stopped_at, now()) end where account_id = ${accountId}::uuid`;
  if (after.address !== before.address && !after.stopped) await welcome(tx, accountId, before, form);
  return {
    ...{ chain: ownChain(viewer), action: "mail-setting-changed", entity: "account", entityId: accountId },
    content,
  };
});

async function welcome(
  tx: Tx,
  accountId: string,
  { name, secret }: Stored,
  { address, language }: MailSettingForm,
): Promise<void> {
  const settings = mailSettings();
  if (!settings || address === null) return;
  const words = wordsIn(language);
  const { publicUrl } = settings;
  const to = { name, home: "/", agencyCode: "", publicUrl, stop: stopPage(publicUrl, secret) };
  const letter = letterOf(
    welcomePaper((key, values) => words(key, values), to),
    language,
  );
  const day = dayInVietnam(now());
  await writeMail(tx, { kind: "welcome", day, to: { accountId, address, language }, letter, fresh: [] });
}

/** Stops the mails of whoever the secret belongs to. Stopping twice is stopping once. */
export async function stopMails(viewer: Viewer, secret: string): Promise<true | null> {
  const result = await change(viewer, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; agencyId: string | null; stopped: boolean }[]>`
      select a.id, a.agency_id as "agencyId", s.stopped_at is not null as stopped
      from mail_setting s join account a on a.id = s.account_id where s.secret = ${secret}::uuid for update of s`;
    const found = rows[0];
    if (!found) return refused(problem("not-yours"));
    if (found.stopped) return refused(problem("already-done"));
    await tx.$executeRaw`update mail_setting set stopped_at = now() where secret = ${secret}::uuid`;
    return done(
      await record(tx, viewer, {
        chain: found.agencyId ?? provinceChain,
        action: "mails-stopped",
        entity: "account",
        entityId: found.id,
        content: { reminders: "off", remindersBefore: "on" },
      }),
    );
  });
  return result.ok || result.problems[0]?.code === "already-done" ? true : null;
}
