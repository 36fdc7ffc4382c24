import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { TodayPage } from "@/components/audits/today-page";
import { titledPage } from "@/lib/gate/title";
import { listVisits } from "@/lib/visits/queries";
import { listWaiting } from "@/lib/findings/followed/queries";
import { today } from "@/lib/platform/clock";
import { waitingTasks } from "@/lib/reminders/waiting/rules";

export const generateMetadata = titledPage("today.read", async () =>
  (await getTranslations("audits"))("todayTitle"),
);

export default officePage("today.read", async (viewer) => {
  const visits = await listVisits(viewer, { year: null, agencyCode: null, team: true }, await getLocale());
  const waiting = waitingTasks(await listWaiting(viewer));
  return <TodayPage visits={visits} waiting={waiting} today={await today()} />;
});
