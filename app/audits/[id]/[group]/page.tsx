import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { SectionPage } from "@/components/audits/section-page";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = ownVisitTitle(
  "audits.record",
  async ({ group = "" }) => `${(await getTranslations("audits"))("tasks")} ${group}`,
);

export default officePage("audits.record", async (viewer, { params, path }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  const group = visit?.checklist.groups.find((each) => each.code === params["group"]);
  if (!visit?.mine || !group) return null;
  if (visit.state === "final") redirect(`/audits/${visit.id}`);
  const initial = (await findKeptInput(viewer, "audits.record", path)) ?? untouched;
  return <SectionPage visit={visit} today={await today()} group={group} action={save} initial={initial} />;
});
