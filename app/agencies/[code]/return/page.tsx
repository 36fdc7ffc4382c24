import { getLocale, getTranslations } from "next-intl/server";

import { draftAt, recordAt } from "@/app/drafts";
import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { ReturnPage } from "@/components/submissions/pages";
import { leadOn } from "@/lib/gate/page";
import { oneOf } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";
import { stageOf } from "@/lib/submissions/rules";
import { submissionSubjects } from "@/lib/submissions/types";

import { save } from "./actions";

export const generateMetadata = agencyTitle("drafts.return", async (_params, { of }) =>
  oneOf(submissionSubjects, of) === null ? null : (await getTranslations("submissions"))("return.act"),
);

export default formPage("drafts.return", async (viewer, { params, query, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "drafts.return", params["code"] ?? "", day);
  if (!agency) return null;
  const which = { of: oneOf(submissionSubjects, query["of"]), id: query["id"] ?? "" };
  const draft = await draftAt(viewer, agency, which, day, await getLocale());
  if (!draft || stageOf(draft.submission) !== "waiting") {
    const record = await recordAt(viewer, agency, which, day, await getLocale());
    return record && leadOn(record);
  }
  return <ReturnPage {...{ agency, draft, initial }} action={save} />;
});
