import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import type { MailSetting } from "@/lib/reminders/settings/types";

/** One's own. Nobody has stopped what they never set. */
export async function findMailSetting(viewer: Viewer): Promise<MailSetting> {
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<MailSetting[]>`
    select p.email as address, coalesce(s.language, 'vi') as language, s.stopped_at is not null as stopped
    from person p left join mail_setting s on s.account_id = ${viewer.accountId}::uuid
    where p.id = ${viewer.personId}::uuid`,
  );
  return rows[0] ?? { address: null, language: "vi", stopped: false };
}

/** Whose mails a secret stops, without a word of who that is; null where it is nobody's. */
export async function findBySecret(
  viewer: Viewer,
  secret: string,
): Promise<{ stopped: boolean; language: Locale } | null> {
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ stopped: boolean; language: Locale }[]>`
    select stopped_at is not null as stopped, language from mail_setting where secret = ${secret}::uuid`,
  );
  return rows[0] ?? null;
}
