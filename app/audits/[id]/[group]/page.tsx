import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { GroupPage } from "@/components/audits/group-page";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = ownVisitTitle(
  "audits.record",
  async ({ group = "" }) => `${(await getTranslations("audits"))("tasks")} ${group}`,
  ({ checklist }, { group }) => checklist.groups.some(({ code }) => code === group),
);

export default formPage("audits.record", async (viewer, { params, initial }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  const group = visit?.checklist.groups.find((each) => each.code === params["group"]);
  if (!visit?.mine || !group) return null;
  if (visit.state === "final") await leadOn(`/audits/${visit.id}`);
  return <GroupPage visit={visit} today={await today()} group={group} action={save} initial={initial} />;
});
