import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { DocumentSetPage } from "@/components/procedures/document-set-page";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";
import { listDeadBases } from "@/lib/procedures/bases/queries";
import { listDocuments } from "@/lib/procedures/queries";

export const generateMetadata = agencyTitle("documents.read", async () =>
  (await getTranslations("procedures"))("title"),
);

export default officePage("documents.read", async (viewer, { params }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "documents.read", params["code"] ?? "", day);
  if (!agency) return null;
  const set = await listDocuments(viewer, agency.id, day, await getLocale());
  const dead = await listDeadBases(viewer, agency.id, day);
  return (
    <DocumentSetPage {...{ agency, set, dead }} mayDraft={mayFor(viewer, "documents.draft", agency.id)} />
  );
});
