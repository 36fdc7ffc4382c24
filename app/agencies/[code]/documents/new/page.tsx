import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { NewDocumentPage } from "@/components/procedures/new-document-page";
import { today } from "@/lib/platform/clock";
import { listDocuments } from "@/lib/procedures/queries";

import { create } from "./actions";

export const generateMetadata = agencyTitle("documents.draft", async () =>
  (await getTranslations("procedures"))("newTitle"),
);

export default formPage("documents.draft", async (viewer, { params, query, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "documents.draft", params["code"] ?? "", day);
  if (!agency) return null;
  const set = await listDocuments(viewer, agency.id, day, await getLocale());
  return (
    <NewDocumentPage
      agency={agency}
      set={set}
      answers={query["for"] ?? ""}
      action={create}
      initial={initial}
    />
  );
});
