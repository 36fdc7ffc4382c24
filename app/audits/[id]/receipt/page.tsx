import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { VisitReceipt } from "@/components/audits/visit-receipt";
import { findVisit } from "@/lib/audits/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audits"))("receiptTitle") };
}

export default officePage("audits.finalise", async (viewer, { params }) => {
  const visit = await findVisit(viewer, params["id"] ?? "", await getLocale());
  return visit?.mine && visit.result ? <VisitReceipt visit={visit} result={visit.result} /> : null;
});
