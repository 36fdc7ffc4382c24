import { getLocale, getTranslations } from "next-intl/server";

import { draftAt, leadOnFromDraft } from "@/app/drafts";
import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { ReturnPage } from "@/components/submissions/pages";
import { oneOf } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";
import { stageOf } from "@/lib/submissions/rules";
import { recordAddress, submissionSubjects } from "@/lib/submissions/types";

import { leadOn } from "@/lib/gate/page";
import { save } from "./actions";

export const generateMetadata = agencyTitle("drafts.return", async () =>
  (await getTranslations("submissions"))("return.act"),
);

export default formPage("drafts.return", async (viewer, { params, query, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "drafts.return", params["code"] ?? "", day);
  if (!agency) return null;
  const which = { of: oneOf(submissionSubjects, query["of"]), id: query["id"] ?? "" };
  const draft = await draftAt(viewer, agency, which, day, await getLocale());
  if (!draft) return leadOnFromDraft(viewer, agency, which, day, await getLocale());
  if (stageOf(draft.submission) !== "waiting") return leadOn(recordAddress(draft));
  return <ReturnPage {...{ agency, draft, initial }} action={save} />;
});
