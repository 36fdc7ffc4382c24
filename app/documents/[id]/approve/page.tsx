import { getLocale, getTranslations } from "next-intl/server";

import { draftOfDocument } from "@/app/drafts";
import { formPage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { ApprovePage } from "@/components/procedures/approve-page";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { approve } from "./actions";

export const generateMetadata = documentTitle("documents.approve", async () =>
  (await getTranslations("procedures"))("approve"),
);

export default formPage("documents.approve", async (viewer, { params, initial }) => {
  const day = await today();
  const document = await documentAt(viewer, params["id"] ?? "", day, await getLocale());
  const draft = document && draftOfDocument(document);
  if (!document) return null;
  if (!draft) return leadOn(`/documents/${document.id}`);
  return <ApprovePage {...{ draft, initial }} today={day} action={approve} />;
});
