import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import type { Account } from "@/lib/accounts/types";

/**
 * Marks a head's account whose person holds no such office today, which reads and decides nothing; and an officer's whose person holds no
 * post of the agency, which goes on writing.
 */
export function OfficeTag({ account }: { account: Pick<Account, "role" | "holds" | "appointed"> }) {
  const words = useTranslations("accounts");
  const { role, holds, appointed } = account;
  if ((role !== "head" || holds !== null) && (role !== "officer" || appointed)) return null;
  return <Tag tone="watch">{words("outOfOffice")}</Tag>;
}
