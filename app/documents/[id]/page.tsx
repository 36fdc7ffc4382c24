import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { DocumentPage } from "@/components/procedures/document-page";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";
import { findDocument } from "@/lib/procedures/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("procedures"))("title") };
}

export default officePage("documents.read", async (viewer, { params }) => {
  const day = await today();
  const document = await findDocument(viewer, params["id"] ?? "", day, await getLocale());
  return (
    document && (
      <DocumentPage
        document={document}
        today={day}
        mayDraft={mayFor(viewer, "documents.draft", document.agencyId)}
      />
    )
  );
});
