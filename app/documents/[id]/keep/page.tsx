import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { KeepPage } from "@/components/procedures/keep-page";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";
import { isCurrent } from "@/lib/procedures/rules";

import { save } from "./actions";

export const generateMetadata = documentTitle("documents.keep", async () =>
  (await getTranslations("procedures"))("keep"),
);

export default formPage("documents.keep", async (viewer, { params, initial }) => {
  const day = await today();
  const document = await documentAt(viewer, params["id"] ?? "", day, await getLocale());
  if (!document) return null;
  if (document.state === "withdrawn" || !document.revisions.some((revision) => isCurrent(revision, day)))
    return leadOn(`/documents/${document.id}`);
  return <KeepPage {...{ document, initial }} byPaper={viewer.role !== "head"} today={day} action={save} />;
});
