import { getTranslations } from "next-intl/server";

import {
  changeRights,
  disableAccount,
  enableAccount,
  handOn,
  resetPassword,
  revokeSessions,
} from "@/app/accounts/actions";
import { officePage } from "@/app/office";
import { accountAt, accountTitle } from "@/app/titles";
import { AccountPage } from "@/components/accounts/account-page";
import { findHoldings } from "@/lib/accounts/handover/queries";
import { listAgencyChoices, listOpenSessions, listUnaccounted } from "@/lib/accounts/queries";
import { today } from "@/lib/platform/clock";

export const generateMetadata = accountTitle("accounts.manage", async () =>
  (await getTranslations("accounts"))("accountTitle"),
);

export default officePage("accounts.manage", async (viewer, { params }) => {
  const on = await today();
  const account = await accountAt(viewer, params["id"] ?? "", on);
  if (!account) return null;
  const [holdings, sessions, agencies, people] = await Promise.all([
    findHoldings(viewer, account.id, on),
    listOpenSessions(viewer, account.id),
    listAgencyChoices(viewer, on),
    listUnaccounted(viewer),
  ]);
  const own = account.id === viewer.accountId;
  return (
    <AccountPage
      account={account}
      own={own}
      holdings={holdings}
      sessions={sessions}
      agencies={agencies}
      people={people}
      actions={{ changeRights, disableAccount, enableAccount, handOn, resetPassword, revokeSessions }}
    />
  );
});
