import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { PhotosPage } from "@/components/audits/photos-page";
import { questionsOf } from "@/lib/checklists/rules";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";

import { add, caption, remove } from "./actions";

export const generateMetadata = ownVisitTitle(
  "audits.record",
  async ({ question = "" }) => `${(await getTranslations("audits"))("photo")} ${question}`,
);

export default officePage("audits.record", async (viewer, { params, path }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  const asked = visit ? questionsOf(visit.checklist, visit.scope) : [];
  const question = asked.find((each) => each.code === params["question"]);
  if (!visit?.mine || !question) return null;
  if (visit.state === "final") redirect(`/audits/${visit.id}`);
  const initial = (await findKeptInput(viewer, "audits.record", path)) ?? untouched;
  const actions = { add, caption, remove };
  return <PhotosPage visit={visit} question={question} {...actions} initial={initial} />;
});
