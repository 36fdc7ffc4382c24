import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { endOtherSessions, endOwnSession } from "@/app/me/actions";
import { officePage } from "@/app/office";
import { OwnAccount } from "@/components/accounts/own-account";
import { findOwnAccount, listOpenSessions } from "@/lib/accounts/queries";
import { today } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("ownTitle") };
}

export default officePage("account.self", async (viewer) => {
  const account = await findOwnAccount(viewer, await today());
  if (!account) return null;
  const sessions = await listOpenSessions(viewer, account.id);
  return <OwnAccount account={account} sessions={sessions} actions={{ endOwnSession, endOtherSessions }} />;
});
