import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { MailsPage } from "@/components/reminders/mails-page";
import { oneOf, pageOf } from "@/lib/gate/query";
import { titledPage } from "@/lib/gate/title";
import { mailSettings } from "@/lib/platform/env";
import { countMails, listMails } from "@/lib/reminders/mails/queries";
import { mailStates } from "@/lib/reminders/mails/types";

export const generateMetadata = titledPage("mails.read", async () =>
  (await getTranslations("mails"))("title"),
);

export default officePage("mails.read", async (viewer, { query }) => {
  const filter = { state: oneOf(mailStates, query["state"]), page: pageOf(query["page"]) };
  const [mails, counts] = await Promise.all([listMails(viewer, filter), countMails(viewer)]);
  return <MailsPage mails={mails} counts={counts} filter={filter} from={mailSettings()?.from ?? null} />;
});
