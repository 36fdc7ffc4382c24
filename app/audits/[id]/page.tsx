import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { VisitPage } from "@/components/audits/visit-page";
import { findVisit } from "@/lib/audits/queries";
import { today } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audits"))("title") };
}

export default officePage("audits.read", async (viewer, { params }) => {
  const visit = await findVisit(viewer, params["id"] ?? "", await getLocale());
  return visit && <VisitPage visit={visit} today={await today()} />;
});
