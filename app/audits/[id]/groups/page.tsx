import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { ownVisitTitle, visitAt } from "@/app/titles";
import { GroupsPage } from "@/components/audits/groups-page";
import { leadOn } from "@/lib/gate/page";
import { listHands } from "@/lib/visits/groups/queries";
import { now } from "@/lib/platform/clock";

import { give } from "./actions";

export const generateMetadata = ownVisitTitle("audits.record", async () =>
  (await getTranslations("audits"))("hands.give"),
);

export default formPage("audits.record", async (viewer, { params, initial }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  if (!visit?.mine) return null;
  if (visit.state === "final") await leadOn(`/audits/${visit.id}`);
  const hands = (await listHands(viewer, [visit.id]))[visit.id] ?? {};
  return <GroupsPage visit={visit} hands={hands} now={now()} action={give} initial={initial} />;
});
