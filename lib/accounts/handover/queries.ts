import type { Held, Holdings, LeftBehind, Successor } from "@/lib/accounts/handover/types";
import { maySeeTo } from "@/lib/accounts/handover/rules";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Role, Viewer } from "@/lib/identity/types";
import { groupBy } from "@/lib/kernel/collections";
import { isId } from "@/lib/kernel/ids";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** What somebody holds on a day, in a transaction that is already open. */
export const loadHeld = (tx: Tx, personId: string, on: PlainDate): Promise<Held[]> => tx.$queryRaw<Held[]>`
  select case when h.kind = 'post' and h.detail = 'head' then 'head' else h.kind end as kind, h.id, h.agency_id as "agencyId", coalesce(s.name, '') as "agencyName", h.detail, h.name, h.day::text as day
  from (select * from held_by(${personId}::uuid, ${on}::date) union all select * from typed_by(${personId}::uuid)) h
    left join lateral (select name from agency_standing s where s.agency_id = h.agency_id and s.valid_from <= ${on}::date
      order by s.valid_from desc limit 1) s on true
  order by array_position(array['visit', 'group', 'follow_up', 'post', 'responsible', 'draft', 'typed', 'desk'], h.kind), h.day, s.name, h.id`;

/** Who may take over from somebody: other enabled accounts whose role and agency let them do some of what is held. */
export async function loadSuccessors(tx: Tx, accountId: string, held: readonly Held[]): Promise<Successor[]> {
  const agencies = [...new Set(held.map(({ agencyId }) => agencyId))];
  const others = await tx.$queryRaw<Successor[]>`
    select o.id as "accountId", p.full_name as "fullName", o.name as "accountName", o.role::text as role, o.agency_id as "agencyId"
    from account o join person p on p.id = o.person_id
    where o.id <> ${accountId}::uuid and o.disabled_at is null
      and (o.role = 'inspector' or (o.role in ('officer', 'head') and o.agency_id = any(${agencies}::uuid[])))
    order by p.full_name collate "vi-VN-x-icu", o.name`;
  return others.filter((other) => held.some((each) => maySeeTo(other, each)));
}

/** What an account holds, and who might take it over. */
export async function findHoldings(viewer: Viewer, accountId: string, on: PlainDate): Promise<Holdings> {
  if (!may(viewer, "accounts.manage") || !isId(accountId)) return { held: [], successors: [] };
  return asViewer(viewer, async (tx) => {
    const account = await tx.account.findUnique({ where: { id: accountId }, select: { personId: true } });
    const held = account ? await loadHeld(tx, account.personId, on) : [];
    return { held, successors: await loadSuccessors(tx, accountId, held) };
  });
}

type HeldRow = Pick<Held, "kind" | "agencyId"> &
  Pick<LeftBehind, "accountId" | "fullName" | "disabled"> & {
    role: Role;
    at: string | null;
  };

/** Accounts that hold what they can no longer do, because they are locked or their role or agency was changed: in Vietnamese order. */
export async function listLeftBehind(viewer: Viewer, on: PlainDate): Promise<LeftBehind[]> {
  if (!may(viewer, "accounts.manage")) return [];
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<HeldRow[]>`
    select a.id as "accountId", p.full_name as "fullName", a.disabled_at is not null as disabled, a.role::text as role, a.agency_id as at,
      h.kind, h.agency_id as "agencyId"
    from account a join person p on p.id = a.person_id cross join lateral
      (select kind, agency_id from held_by(a.person_id, ${on}::date) union all select kind, agency_id from typed_by(a.person_id)) h
    where a.disabled_at is not null or exists (select 1 from journal_entry e
      where e.entity = 'account' and e.entity_id = a.id::text and e.action = 'account-rights-changed')
    order by p.full_name collate "vi-VN-x-icu", a.id`,
  );
  const left = rows.filter(
    ({ role, at, disabled, ...held }) => disabled || !maySeeTo({ role, agencyId: at }, held),
  );
  return [...groupBy(left, ({ accountId }) => accountId).values()].flatMap(([first, ...others]) =>
    first
      ? [
          {
            ...{ accountId: first.accountId, fullName: first.fullName, disabled: first.disabled },
            count: others.length + 1,
          },
        ]
      : [],
  );
}
