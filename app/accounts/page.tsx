import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { AccountList } from "@/components/accounts/account-list";
import { accountFilter } from "@/lib/accounts/labels";
import { listAccounts } from "@/lib/accounts/queries";
import { today } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("title") };
}

export default officePage("accounts.manage", async (viewer, { query }) => {
  const filter = accountFilter(query);
  const accounts = await listAccounts(viewer, filter, await today());
  return <AccountList accounts={accounts} filter={filter} page={Number(query["page"] ?? "1")} />;
});
