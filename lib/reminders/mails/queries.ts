import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { mailsPageSize } from "@/lib/reminders/mails/rules";
import type { Letter, MailCounts, MailLine, MailState } from "@/lib/reminders/mails/types";

export type Outgoing = Letter & {
  name: string;
  address: string;
  secret: string;
  /** Sent or refused already. */
  ended: boolean;
  /** Its reader wants no more, or has no account any more. */
  stopped: boolean;
};

/** A mail as it is handed to the server. */
export async function findOutgoing(viewer: Viewer, id: string): Promise<Outgoing | null> {
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<Outgoing[]>`
    select p.full_name as name, m.address, m.subject, b.text, b.html, s.secret,
      exists (select 1 from mail_attempt t where t.mail_id = m.id and t.outcome <> 'deferred') as ended,
      s.stopped_at is not null or a.disabled_at is not null as stopped
    from mail m join mail_body b on b.mail_id = m.id join account a on a.id = m.account_id
      join person p on p.id = a.person_id join mail_setting s on s.account_id = a.id
    where m.id = ${id}::uuid`,
  );
  return rows[0] ?? null;
}

/** Mails for who looks after them, the newest first: that they went, and what the server said. */
export async function listMails(
  viewer: Viewer,
  { state, page }: { state: MailState | null; page: number },
): Promise<MailLine[]> {
  if (!may(viewer, "mails.read")) return [];
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<MailLine[]>`
    select * from (
      select m.id, m.written_at as "writtenAt", p.full_name as name, m.account_id as "accountId", m.address, m.subject,
        case l.outcome when 'sent' then 'sent' when 'refused' then 'failed' else 'waiting' end as state,
        (select count(*)::int from mail_attempt t where t.mail_id = m.id) as attempts, l.at as "lastAt", l.reason,
        case when j.finished_at is null then j.run_at end as "nextAt"
      from mail m join account a on a.id = m.account_id join person p on p.id = a.person_id
        left join job j on j.name = 'send-mail' and j.key = m.id::text
        left join lateral (select outcome, at, reason from mail_attempt t where t.mail_id = m.id
          order by at desc, id desc limit 1) l on true) r
    where ${state}::text is null or state = ${state}::text
    order by "writtenAt" desc, id desc limit ${mailsPageSize} offset ${(page - 1) * mailsPageSize}`,
  );
}

const none: MailCounts = { waiting: 0, sent: 0, failed: 0, unreachable: 0, stopped: 0 };

/** How the mails stand, and how many people they cannot reach: no address, or stopped. */
export async function countMails(viewer: Viewer): Promise<MailCounts> {
  if (!may(viewer, "mails.read")) return none;
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<MailCounts[]>`
    with ended as (select mail_id, outcome from mail_attempt where outcome <> 'deferred'),
      reader as (select p.email, s.stopped_at from account a join person p on p.id = a.person_id
        left join mail_setting s on s.account_id = a.id
        where a.disabled_at is null and a.role in ('officer', 'head', 'inspector'))
    select (select count(*)::int from ended where outcome = 'sent') as sent,
      (select count(*)::int from ended where outcome = 'refused') as failed,
      (select count(*)::int from mail m where not exists (select 1 from ended e where e.mail_id = m.id)) as waiting,
      (select count(*)::int from reader where email is null) as unreachable,
      (select count(*)::int from reader where stopped_at is not null) as stopped`,
  );
  return rows[0] ?? none;
}
