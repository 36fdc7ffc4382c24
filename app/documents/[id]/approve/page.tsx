import { getLocale, getTranslations } from "next-intl/server";

import { draftOfDocument } from "@/app/drafts";
import { officePage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { ApprovePage } from "@/components/procedures/approve-page";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { approve } from "./actions";

export const generateMetadata = documentTitle("documents.approve", async () =>
  (await getTranslations("procedures"))("approve"),
);

export default officePage("documents.approve", async (viewer, { params, path }) => {
  const day = await today();
  const document = await documentAt(viewer, params["id"] ?? "", day, await getLocale());
  const draft = document && draftOfDocument(document);
  if (!draft) return null;
  const initial = (await findKeptInput(viewer, "documents.approve", path)) ?? untouched;
  return <ApprovePage {...{ draft, initial }} today={day} action={approve} />;
});
