import type { Held, Holdings, LeftBehind, Successor } from "@/lib/accounts/handover/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** What somebody holds on a day, in a transaction that is already open. */
export const loadHeld = (tx: Tx, personId: string, on: PlainDate): Promise<Held[]> => tx.$queryRaw<Held[]>`
  select case when h.kind = 'post' and h.detail = 'head' then 'head' else h.kind end as kind, h.id, h.agency_id as "agencyId", coalesce(s.name, '') as "agencyName", h.detail, h.name, h.day::text as day
  from (select * from held_by(${personId}::uuid, ${on}::date) union all select * from typed_by(${personId}::uuid)) h
    left join lateral (select name from agency_standing s where s.agency_id = h.agency_id and s.valid_from <= ${on}::date
      order by s.valid_from desc limit 1) s on true
  order by array_position(array['visit', 'group', 'follow_up', 'post', 'responsible', 'draft', 'typed', 'desk'], h.kind), h.day, s.name, h.id`;

/** Who may take over from somebody: enabled accounts of the same agency; of the province, those who inspect, and for a leader leaders too. */
export const loadSuccessors = (tx: Tx, accountId: string): Promise<Successor[]> => tx.$queryRaw<Successor[]>`
  select o.id as "accountId", p.full_name as "fullName", o.name as "accountName"
  from account a join account o on o.id <> a.id and o.disabled_at is null join person p on p.id = o.person_id
  where a.id = ${accountId}::uuid and case
    when a.role in ('officer', 'head') then o.role in ('officer', 'head') and o.agency_id = a.agency_id
    when a.role = 'leader' then o.role in ('leader', 'inspector')
    else o.role = a.role end
  order by p.full_name collate "vi-VN-x-icu", o.name`;

/** What an account holds, and who might take it over. */
export async function findHoldings(viewer: Viewer, accountId: string, on: PlainDate): Promise<Holdings> {
  if (!may(viewer, "accounts.manage") || !isId(accountId)) return { held: [], successors: [] };
  return asViewer(viewer, async (tx) => {
    const account = await tx.account.findUnique({ where: { id: accountId }, select: { personId: true } });
    return {
      held: account ? await loadHeld(tx, account.personId, on) : [],
      successors: await loadSuccessors(tx, accountId),
    };
  });
}

/** Locked accounts that still hold something, in Vietnamese order. */
export async function listLeftBehind(viewer: Viewer, on: PlainDate): Promise<LeftBehind[]> {
  if (!may(viewer, "accounts.manage")) return [];
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<LeftBehind[]>`
    select a.id as "accountId", p.full_name as "fullName", count(*)::int as count
    from account a join person p on p.id = a.person_id cross join lateral
      (select id from held_by(a.person_id, ${on}::date) union all select id from typed_by(a.person_id)) h
    where a.disabled_at is not null
    group by a.id, p.full_name order by p.full_name collate "vi-VN-x-icu", a.id`,
  );
}
