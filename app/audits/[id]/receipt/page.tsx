import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { VisitReceipt } from "@/components/audits/visit-receipt";

export const generateMetadata = ownVisitTitle(
  "audits.finalise",
  async () => (await getTranslations("audits"))("receiptTitle"),
  ({ result }) => result !== null,
);

export default officePage("audits.finalise", async (viewer, { params }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  return visit?.mine && visit.result ? <VisitReceipt visit={visit} result={visit.result} /> : null;
});
