import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { AmendPage } from "@/components/audits/amend-page";
import { listMinutes } from "@/lib/visits/minutes/queries";

import { amend } from "./actions";

export const generateMetadata = ownVisitTitle(
  "audits.finalise",
  async () => (await getTranslations("audits"))("amendTitle"),
  async ({ id }, _params, viewer) => (await listMinutes(viewer, id)).length > 0,
);

export default formPage("audits.finalise", async (viewer, { params, initial }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  const newest = visit?.mine ? (await listMinutes(viewer, visit.id)).at(-1) : undefined;
  if (!visit || !newest) return null;
  return <AmendPage visit={visit} version={newest.version} action={amend} initial={initial} />;
});
