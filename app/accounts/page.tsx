import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { AccountList } from "@/components/accounts/account-list";
import { listLeftBehind } from "@/lib/accounts/handover/queries";
import { accountFilter } from "@/lib/accounts/labels";
import { listAccounts } from "@/lib/accounts/queries";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { titledPage } from "@/lib/gate/title";
import { today } from "@/lib/platform/clock";

export const generateMetadata = titledPage("accounts.manage", async () =>
  (await getTranslations("accounts"))("title"),
);

export default officePage("accounts.manage", async (viewer, { query }) => {
  const filter = accountFilter(query);
  const on = await today();
  const accounts = await listAccounts(viewer, filter, on);
  const leftBehind = await listLeftBehind(viewer, on);
  const staffing = await listStaffing(viewer, on);
  return <AccountList {...{ accounts, leftBehind, staffing, filter }} page={Number(query["page"] ?? "1")} />;
});
