import { getLocale, getTranslations } from "next-intl/server";

import { draftAt } from "@/app/drafts";
import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { SubmitPage } from "@/components/submissions/pages";
import { findKeptInput } from "@/lib/gate/kept-input";
import { oneOf } from "@/lib/gate/query";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";
import { submissionSubjects } from "@/lib/submissions/types";

import { save } from "./actions";

export const generateMetadata = agencyTitle("drafts.submit", async () =>
  (await getTranslations("submissions"))("submit.act"),
);

export default officePage("drafts.submit", async (viewer, { params, query, path }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "drafts.submit", params["code"] ?? "", day);
  if (!agency) return null;
  const which = { of: oneOf(submissionSubjects, query["of"]), id: query["id"] ?? "" };
  const draft = await draftAt(viewer, agency, which, day, await getLocale());
  if (!draft) return null;
  const initial = (await findKeptInput(viewer, "drafts.submit", path)) ?? untouched;
  return <SubmitPage {...{ agency, draft, initial }} action={save} />;
});
