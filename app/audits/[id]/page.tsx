import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { visitAt, visitTitle } from "@/app/titles";
import { VisitPage } from "@/components/audits/visit-page";
import { listKept } from "@/lib/audits/kept/queries";
import { listMinutes } from "@/lib/audits/minutes/queries";
import { today } from "@/lib/platform/clock";
import { visitPapers } from "@/lib/reports/rules";

export const generateMetadata = visitTitle("audits.read", async () =>
  (await getTranslations("audits"))("title"),
);

export default officePage("audits.read", async (viewer, { params }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  if (!visit) return null;
  const papers = visitPapers(viewer, { id: visit.id, final: visit.state === "final" });
  const minutes = await listMinutes(viewer, visit.id);
  const kept = await listKept(viewer, visit.id);
  return <VisitPage visit={visit} minutes={minutes} today={await today()} papers={papers} kept={kept} />;
});
