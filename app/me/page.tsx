import { getTranslations } from "next-intl/server";

import { endOtherSessions, endOwnSession, issueFeed, revokeFeed, saveMailSetting } from "@/app/me/actions";
import { officePage } from "@/app/office";
import { OwnAccount } from "@/components/accounts/own-account";
import { OwnFeedSection } from "@/components/audits/own-feed";
import { MailSettingForm } from "@/components/reminders/mail-setting";
import { findOwnAccount, listOpenSessions } from "@/lib/accounts/queries";
import { titledPage } from "@/lib/gate/title";
import { findOwnFeed } from "@/lib/programme/calendar/queries";
import { may } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";
import { mailSettings } from "@/lib/platform/env";
import { findMailSetting } from "@/lib/reminders/settings/queries";

export const generateMetadata = titledPage("account.self", async () =>
  (await getTranslations("accounts"))("ownTitle"),
);

export default officePage("account.self", async (viewer) => {
  const account = await findOwnAccount(viewer, await today());
  if (!account) return null;
  const [sessions, setting, feed] = await Promise.all([
    listOpenSessions(viewer, account.id),
    findMailSetting(viewer),
    findOwnFeed(viewer),
  ]);
  return (
    <>
      <OwnAccount account={account} sessions={sessions} actions={{ endOwnSession, endOtherSessions }} />
      <MailSettingForm setting={setting} on={mailSettings() !== null} action={saveMailSetting} />
      {may(viewer, "calendar.self") && <OwnFeedSection feed={feed} issue={issueFeed} revoke={revokeFeed} />}
    </>
  );
});
