import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { ComparePage } from "@/components/procedures/compare-page";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

export const generateMetadata = documentTitle("documents.read", async () =>
  (await getTranslations("procedures"))("comparison"),
);

export default officePage("documents.read", async (viewer, { params, query }) => {
  const document = await documentAt(viewer, params["id"] ?? "", await today(), await getLocale());
  if (!document) return null;
  const from = document.revisions.find((revision) => revision.id === query["from"]);
  const to = document.revisions.find((revision) => revision.id === query["to"]);
  if (!from || !to) return leadOn(`/documents/${document.id}`);
  return <ComparePage document={document} from={from} to={to} />;
});
