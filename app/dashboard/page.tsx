import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { DashboardPage } from "@/components/dashboard/dashboard-page";
import { findDashboard } from "@/lib/dashboard/queries";
import { dayOf } from "@/lib/gate/query";
import { titledOfDay, titledPage } from "@/lib/gate/title";
import { yearOf } from "@/lib/kernel/plain-date";
import { today } from "@/lib/platform/clock";
import { listProgrammes } from "@/lib/programme/queries";
import { yearPapers } from "@/lib/reports/rules";

export const generateMetadata = titledOfDay(
  titledPage("dashboard.read", async () => (await getTranslations("dashboard"))("title")),
);

export default officePage("dashboard.read", async (viewer, { query }) => {
  const day = await today();
  const asked = dayOf(query, day);
  const { on } = asked;
  const dashboard = await findDashboard(viewer, on);
  if (!dashboard) return null;
  const papers = yearPapers(viewer, yearOf(on), day, await listProgrammes(viewer));
  return <DashboardPage dashboard={dashboard} asked={asked} current={on === day} papers={papers} />;
});
