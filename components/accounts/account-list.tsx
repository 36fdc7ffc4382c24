import { useTranslations } from "next-intl";

import { OfficeTag } from "@/components/accounts/office-tag";
import { UnservedNotice } from "@/components/accounts/unserved-notice";
import { Fold } from "@/components/ui/fold";
import { Pages } from "@/components/ui/pages";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { accountsAddress } from "@/lib/accounts/labels";
import type { LeftBehind } from "@/lib/accounts/handover/types";
import type { AccountFilter, AccountLine } from "@/lib/accounts/types";
import type { Staffing } from "@/lib/appointments/staffing/types";
import { roles } from "@/lib/identity/types";
import { formatInstant } from "@/lib/kernel/format";

const linesAPage = 50;

function Filter({ filter }: { filter: AccountFilter }) {
  const words = useTranslations("accounts");
  const common = useTranslations("common");
  return (
    <form method="get" action="/accounts" className="row filter" role="search">
      <label>
        {words("search")}
        <input className="input" name="q" defaultValue={filter.text} maxLength={100} />
      </label>
      <label>
        {words("role")}
        <select className="input" name="role" defaultValue={filter.role ?? ""}>
          <option value="">{words("all")}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {common(`role.${role}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words("state")}
        <select className="input" name="state" defaultValue={filter.state ?? ""}>
          <option value="">{words("all")}</option>
          <option value="enabled">{words("enabled")}</option>
          <option value="disabled">{words("disabled")}</option>
        </select>
      </label>
      <button className="button second">{words("filter")}</button>
    </form>
  );
}

function Line({ account }: { account: AccountLine }) {
  const words = useTranslations("accounts");
  const common = useTranslations("common");
  return (
    <tr>
      <th scope="row">
        <a href={`/accounts/${account.id}`}>{account.fullName}</a>
      </th>
      <td data-label={words("name")}>{account.name}</td>
      <td data-label={words("role")}>
        {common(`role.${account.role}`)} <OfficeTag account={account} />
      </td>
      <td data-label={words("agency")}>{account.agencyName ?? words("province")}</td>
      <td data-label={words("state")}>
        <Tag tone={account.disabled ? "over" : "good"}>
          {words(account.disabled ? "disabled" : "enabled")}
        </Tag>
      </td>
      <td data-label={words("lastSeen")}>
        {account.lastSeenAt ? formatInstant(account.lastSeenAt) : words("never")}
      </td>
    </tr>
  );
}

/** Accounts with which something was left that they can no longer do, whatever the list is filtered by. */
function LeftBehindNotice({ leftBehind }: { leftBehind: readonly LeftBehind[] }) {
  const words = useTranslations("accounts");
  if (leftBehind.length === 0) return null;
  return (
    <div className="notice watch">
      <strong>{words("leftBehind")}</strong>
      <ul>
        {leftBehind.map(({ accountId, fullName: name, disabled, count }) => (
          <li key={accountId}>
            <a href={`/accounts/${accountId}`}>{words("leftBehindOne", { name, count })}</a>
            {!disabled && ` ${words("leftBehindChanged")}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function AccountList({
  accounts,
  leftBehind,
  staffing,
  filter,
  page,
}: {
  accounts: readonly AccountLine[];
  leftBehind: readonly LeftBehind[];
  staffing: readonly Staffing[];
  filter: AccountFilter;
  page: number;
}) {
  const words = useTranslations("accounts");
  const common = useTranslations("common");
  const chosen = [filter.text, filter.role, filter.state];
  const pages = Math.max(1, Math.ceil(accounts.length / linesAPage));
  const shown = Number.isInteger(page) && page >= 1 && page <= pages ? page : 1;
  const disabled = accounts.filter((account) => account.disabled).length;
  return (
    <>
      <div className="row-between">
        <h1>{words("sentence", { total: accounts.length, disabled })}</h1>
        <a className="button" href="/accounts/new">
          {words("create")}
        </a>
      </div>
      <UnservedNotice agencies={staffing} />
      <LeftBehindNotice leftBehind={leftBehind} />
      <Fold label={common("filters", { n: chosen.filter(Boolean).length })} className="no-print">
        <Filter filter={filter} />
      </Fold>
      {accounts.length === 0 ? (
        <p>{words("empty")}</p>
      ) : (
        <Table
          className="cards"
          caption={words("caption")}
          columns={[
            words("fullName"),
            words("name"),
            words("role"),
            words("agency"),
            words("state"),
            words("lastSeen"),
          ]}
        >
          {accounts.slice((shown - 1) * linesAPage, shown * linesAPage).map((account) => (
            <Line key={account.id} account={account} />
          ))}
        </Table>
      )}
      <Pages page={shown} pages={pages} total={accounts.length} href={(to) => accountsAddress(filter, to)} />
    </>
  );
}
