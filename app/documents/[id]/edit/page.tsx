import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { EditPage } from "@/components/procedures/edit-page";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = documentTitle("documents.draft", async () =>
  (await getTranslations("procedures"))("revise"),
);

export default formPage("documents.draft", async (viewer, { params, initial }) => {
  const document = await documentAt(viewer, params["id"] ?? "", await today(), await getLocale());
  if (!document) return null;
  if (document.state === "withdrawn") return leadOn(`/documents/${document.id}`);
  return <EditPage document={document} action={save} initial={initial} />;
});
