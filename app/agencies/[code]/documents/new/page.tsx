import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { NewDocumentPage } from "@/components/procedures/new-document-page";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";
import { listDocuments } from "@/lib/procedures/queries";

import { create } from "./actions";

export const generateMetadata = agencyTitle("documents.draft", async () =>
  (await getTranslations("procedures"))("newTitle"),
);

export default officePage("documents.draft", async (viewer, { params, query, path }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "documents.draft", params["code"] ?? "", day);
  if (!agency) return null;
  const set = await listDocuments(viewer, agency.id, day, await getLocale());
  const initial = (await findKeptInput(viewer, "documents.draft", path)) ?? untouched;
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
