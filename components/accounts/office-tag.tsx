import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import type { Account } from "@/lib/accounts/types";

/** Marks a head's account whose person holds no such office today: it reads, and decides nothing. */
export function OfficeTag({ account }: { account: Pick<Account, "role" | "holds"> }) {
  const words = useTranslations("accounts");
  if (account.role !== "head" || account.holds !== null) return null;
  return <Tag tone="watch">{words("outOfOffice")}</Tag>;
}
