import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { CalendarPage } from "@/components/programme/calendar-page";
import { titledPage } from "@/lib/gate/title";
import { listProgrammes, listYear } from "@/lib/programme/queries";
import { yearIn } from "@/lib/gate/query";

export const generateMetadata = titledPage("audits.list", async (viewer, { year = "" }) => {
  const known = (await listProgrammes(viewer)).some((each) => each.year === yearIn(year));
  return known ? (await getTranslations("programme"))("calendarTitle", { year }) : null;
});

export default officePage("audits.list", async (viewer, { params }) => {
  const year = yearIn(params["year"]);
  const programme = (await listProgrammes(viewer)).find((each) => each.year === year);
  if (year === null || !programme) return null;
  return <CalendarPage year={year} draft={programme.draft} visits={await listYear(viewer, year)} />;
});
