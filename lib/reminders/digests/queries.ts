import { waitingOf } from "@/lib/findings/followed/queries";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Office, Role, Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Recipient, Told } from "@/lib/reminders/digests/types";
import { deskOf } from "@/lib/reminders/rules";
import type { Task } from "@/lib/reminders/types";
import { waitingTasks } from "@/lib/reminders/waiting/rules";

type Row = Omit<Recipient, "agency"> & {
  agencyId: string | null;
  agencyCode: string | null;
  role: Role;
  office: Office | null;
};

/**
 * Everybody who may be owed a digest of that calendar day, with the desk that is theirs on the world's day: reachable, not stopped, and
 * without one yet.
 */
export async function listRecipients(viewer: Viewer, on: PlainDate, day: PlainDate): Promise<Recipient[]> {
  const rows = await asViewer(viewer, async (tx) => {
    await tx.$executeRaw`insert into mail_setting (account_id)
      select id from account where disabled_at is null on conflict do nothing`;
    return tx.$queryRaw<Row[]>`
      select a.id as "accountId", a.person_id as "personId", p.full_name as name, p.email as address, s.language, s.secret,
        g.id as "agencyId", g.code as "agencyCode", role_on(a.id, ${on}::date) as role, office_on(a.id, ${on}::date) as office
      from account a join person p on p.id = a.person_id join mail_setting s on s.account_id = a.id
        left join agency g on g.id = a.agency_id
      where a.disabled_at is null and p.email is not null and s.stopped_at is null
        and a.role in ('officer', 'head', 'inspector')
        and not exists (select 1 from mail m where m.account_id = a.id and m.kind = 'digest' and m.day = ${day}::date)
      order by g.code nulls last, a.id`;
  });
  return rows.map(({ agencyId, agencyCode, role, office, ...row }) => ({
    ...row,
    agency:
      agencyId && agencyCode ? { id: agencyId, code: agencyCode, desk: deskOf({ role, office }) } : null,
  }));
}

/** What somebody has been told: whatever stood in a mail that no server refused for good. */
export const toldTo = (tx: Tx, accountId: string): Promise<Told[]> => tx.$queryRaw<Told[]>`
  select r.duty, r.rung from mail_rung r join mail m on m.id = r.mail_id
  where m.account_id = ${accountId}::uuid
    and not exists (select 1 from mail_attempt t where t.mail_id = m.id and t.outcome = 'refused')`;

/** What an inspector owes: the visits to make, and the findings that wait for the team. A draft of a plan owes nothing. */
export const listInspectorTasks = (viewer: Viewer, personId: string, on: PlainDate): Promise<Task[]> =>
  asViewer(viewer, async (tx) => {
    const visits = await tx.$queryRaw<Task[]>`
      select 'visit' as kind, v.id, s.name as "agencyName", v.planned_on::text as "dueOn"
      from visit v join programme y on y.id = v.programme_id and y.approved_on is not null
        join team_member m on m.visit_id = v.id and m.person_id = ${personId}::uuid
        join agency_standing s on s.agency_id = v.agency_id and s.valid_from <= ${on}::date and s.valid_to > ${on}::date
      where not exists (select 1 from visit_result r where r.visit_id = v.id)
      order by v.planned_on, v.id`;
    return [...visits, ...waitingTasks(await waitingOf(tx, personId, on))];
  });
