import { useTranslations } from "next-intl";

import { OfficeTag } from "@/components/accounts/office-tag";
import { Tag } from "@/components/ui/tag";
import type { Account } from "@/lib/accounts/types";
import { formatInstant } from "@/lib/kernel/format";

export function AccountFacts({ account }: { account: Account }) {
  const words = useTranslations("accounts");
  const common = useTranslations("common");
  const disabled = account.disabledAt !== null;
  return (
    <dl className="summary-list">
      <dt>{words("name")}</dt>
      <dd>{account.name}</dd>
      <dt>{words("role")}</dt>
      <dd>
        {common(`role.${account.role}`)} <OfficeTag account={account} />
      </dd>
      <dt>{words("agency")}</dt>
      <dd>{account.agencyName ?? words("province")}</dd>
      <dt>{words("state")}</dt>
      <dd>
        <Tag tone={disabled ? "over" : "good"}>{words(disabled ? "disabled" : "enabled")}</Tag>
        {account.disabledAt && ` ${formatInstant(account.disabledAt)}`}
        {account.mustChangePassword && ` ${words("mustChange")}`}
      </dd>
      <dt>{words("createdAt")}</dt>
      <dd>{formatInstant(account.createdAt)}</dd>
    </dl>
  );
}
