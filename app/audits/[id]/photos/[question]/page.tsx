import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { PhotosPage } from "@/components/audits/photos-page";
import { questionsOf } from "@/lib/checklists/rules";
import { leadOn } from "@/lib/gate/page";

import { add, caption, remove } from "./actions";

export const generateMetadata = ownVisitTitle(
  "audits.record",
  async ({ question = "" }) => `${(await getTranslations("audits"))("photo")} ${question}`,
  ({ checklist, scope }, { question }) => questionsOf(checklist, scope).some(({ code }) => code === question),
);

export default formPage("audits.record", async (viewer, { params, initial }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  const asked = visit ? questionsOf(visit.checklist, visit.scope) : [];
  const question = asked.find((each) => each.code === params["question"]);
  if (!visit?.mine || !question) return null;
  if (visit.state === "final") await leadOn(`/audits/${visit.id}`);
  const actions = { add, caption, remove };
  return <PhotosPage visit={visit} question={question} {...actions} initial={initial} />;
});
