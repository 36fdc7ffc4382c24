import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { HeadsPage } from "@/components/appointments/heads-page";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { titledPage } from "@/lib/gate/title";
import { today } from "@/lib/platform/clock";

export const generateMetadata = titledPage("appointments.record", async () =>
  (await getTranslations("appointments"))("headsTitle"),
);

export default officePage("appointments.record", async (viewer) => {
  const on = await today();
  return <HeadsPage agencies={await listStaffing(viewer, on)} today={on} />;
});
