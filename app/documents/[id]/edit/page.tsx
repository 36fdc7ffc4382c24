import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { EditPage } from "@/components/procedures/edit-page";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = documentTitle("documents.draft", async () =>
  (await getTranslations("procedures"))("revise"),
);

export default officePage("documents.draft", async (viewer, { params, path }) => {
  const document = await documentAt(viewer, params["id"] ?? "", await today(), await getLocale());
  if (!document || document.state === "withdrawn") return null;
  const initial = (await findKeptInput(viewer, "documents.draft", path)) ?? untouched;
  return <EditPage document={document} action={save} initial={initial} />;
});
