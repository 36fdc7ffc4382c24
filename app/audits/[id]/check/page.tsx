import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { CheckPage } from "@/components/audits/check-page";
import { listCollisions } from "@/lib/fieldwork/kept/queries";
import { listTerms } from "@/lib/findings/terms/queries";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { finalise } from "./actions";

export const generateMetadata = ownVisitTitle("audits.finalise", async () =>
  (await getTranslations("audits"))("checkTitle"),
);

export default formPage("audits.finalise", async (viewer, { params, initial }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  if (!visit?.mine) return null;
  if (visit.state === "final") await leadOn(`/audits/${visit.id}`);
  return (
    <CheckPage
      visit={visit}
      terms={await listTerms(viewer)}
      collisions={(await listCollisions(viewer, [visit.id]))[visit.id] ?? []}
      today={await today()}
      action={finalise}
      initial={initial}
    />
  );
});
