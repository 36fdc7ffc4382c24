import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { MilestonePage } from "@/components/adoption/milestone-page";
import { findProspect } from "@/lib/adoption/declarations/queries";
import { listRecordable } from "@/lib/adoption/queries";
import { oneOf } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";

import { saveMilestone } from "./actions";

export const generateMetadata = agencyTitle("adoption.record", async () =>
  (await getTranslations("adoption"))("recordMilestone"),
);

export default formPage("adoption.record", async (viewer, { params, query, initial }) => {
  const agency = await agencyAt(viewer, "adoption.record", params["code"] ?? "", await today());
  if (!agency) return null;
  const kinds = await listRecordable(viewer, agency.id);
  const mayDeclare = (await findProspect(viewer, agency.id))?.open ?? false;
  const chosen = oneOf(kinds, query["kind"]);
  return <MilestonePage {...{ agency, kinds, chosen, mayDeclare, initial }} action={saveMilestone} />;
});
