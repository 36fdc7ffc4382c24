import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { ProgrammePage } from "@/components/audits/programme-page";
import { listVisits, listYears } from "@/lib/audits/queries";
import { yearOf } from "@/lib/kernel/plain-date";
import { today } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audits"))("title") };
}

export default officePage("audits.list", async (viewer, { query }) => {
  const agencyCode = query["agency"] ?? viewer.agencyCode;
  const asked = /^\d{4}$/.test(query["year"] ?? "") ? Number(query["year"]) : null;
  const year = asked ?? (agencyCode === null ? yearOf(await today()) : null);
  const visits = await listVisits(viewer, { year, agencyCode, team: false }, await getLocale());
  return <ProgrammePage visits={visits} year={year} years={await listYears(viewer)} />;
});
