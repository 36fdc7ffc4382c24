import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { CalendarPage } from "@/components/programme/calendar-page";
import { listProgrammes, listYear } from "@/lib/programme/queries";
import { yearIn } from "@/lib/gate/query";

type Props = { params: Promise<{ year: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("programme"))("calendarTitle", { year: (await params).year }) };
}

export default officePage("audits.list", async (viewer, { params }) => {
  const year = yearIn(params["year"]);
  const programme = (await listProgrammes(viewer)).find((each) => each.year === year);
  if (year === null || !programme) return null;
  return <CalendarPage year={year} draft={programme.draft} visits={await listYear(viewer, year)} />;
});
