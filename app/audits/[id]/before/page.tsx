import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { RecheckPage } from "@/components/audits/recheck-page";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = ownVisitTitle("audits.record", async () =>
  (await getTranslations("audits"))("recheckTask"),
);

export default formPage("audits.record", async (viewer, { params, initial }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  if (!visit?.mine) return null;
  if (visit.state === "final") await leadOn(`/audits/${visit.id}`);
  return <RecheckPage visit={visit} today={await today()} action={save} initial={initial} />;
});
