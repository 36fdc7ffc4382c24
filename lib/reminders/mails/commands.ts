import type { Again } from "@/lib/gate/job";
import { enqueue, type TakenJob } from "@/lib/gate/queue";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { mailSettings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { handOver, type Handover } from "@/lib/platform/smtp";
import type { Told } from "@/lib/reminders/digests/types";
import { findOutgoing } from "@/lib/reminders/mails/queries";
import { oneClickAddress, retryAfter } from "@/lib/reminders/mails/rules";
import type { Letter, MailKind } from "@/lib/reminders/mails/types";

type NewMail = {
  kind: MailKind;
  day: PlainDate;
  to: { accountId: string; address: string; language: Locale };
  letter: Letter;
  fresh: readonly Told[];
};

/**
 * Writes a mail and asks for its sending, in the transaction of what it is about. False where that person has one of this kind
 * and day already: the table allows no second.
 */
export async function writeMail(tx: Tx, { kind, day, to, letter, fresh }: NewMail): Promise<boolean> {
  const { accountId, address, language } = to;
  const written = await tx.$queryRaw<{ id: string }[]>`
    insert into mail (account_id, kind, day, address, language, subject)
    values (${accountId}::uuid, ${kind}, ${day}::date, ${address}, ${language}, ${letter.subject})
    on conflict do nothing returning id`;
  const id = written[0]?.id;
  if (id === undefined) return false;
  await tx.$executeRaw`insert into mail_body (mail_id, text, html) values (${id}::uuid, ${letter.text}, ${letter.html})`;
  if (fresh.length > 0)
    await tx.$executeRaw`insert into mail_rung (mail_id, duty, rung) select ${id}::uuid, duty, rung
      from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as r(duty text, rung text)`;
  await enqueue(tx, "send-mail", id);
  return true;
}

/**
 * Sends one mail. If the process dies between the server's answer and our note of it, it is sent again under the same
 * Message-ID: at least once, and known for one.
 */
export async function sendMail(viewer: Viewer, { key, attempts }: TakenJob): Promise<Again | null> {
  const settings = mailSettings();
  if (!settings) return { seconds: 3600, fault: "no mail server is set" };
  const mail = await findOutgoing(viewer, key);
  if (!mail || mail.ended) return null;
  if (mail.stopped) return end(viewer, key, { outcome: "refused", reason: "stopped" });
  const { name, address, subject, text, html, secret } = mail;
  const stopAddress = oneClickAddress(settings.publicUrl, secret);
  const message = { id: key, to: { name, address }, subject, text, html, stopAddress };
  const handover = await handOver(settings, message);
  const seconds = retryAfter(attempts);
  if (handover.outcome === "deferred" && seconds !== null) {
    await note(viewer, key, handover);
    return { seconds, fault: handover.reason };
  }
  return end(viewer, key, handover);
}

/** The last word on a mail: one that is still put off by now has failed. */
async function end(viewer: Viewer, mailId: string, { outcome, reason }: Handover): Promise<null> {
  await note(viewer, mailId, { outcome: outcome === "sent" ? "sent" : "refused", reason });
  return null;
}

async function note(viewer: Viewer, mailId: string, { outcome, reason }: Handover): Promise<void> {
  log.info({ event: "mail", mail: mailId, outcome });
  await asViewer(
    viewer,
    (tx) => tx.$executeRaw`insert into mail_attempt (mail_id, outcome, reason)
      values (${mailId}::uuid, ${outcome}, ${reason.normalize("NFC")}) on conflict do nothing`,
  );
}
