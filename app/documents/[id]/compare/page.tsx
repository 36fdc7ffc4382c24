import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { ComparePage } from "@/components/procedures/compare-page";
import { today } from "@/lib/platform/clock";
import { findDocument } from "@/lib/procedures/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("procedures"))("comparison") };
}

export default officePage("documents.read", async (viewer, { params, query }) => {
  const document = await findDocument(viewer, params["id"] ?? "", await today(), await getLocale());
  const from = document?.revisions.find((revision) => revision.id === query["from"]);
  const to = document?.revisions.find((revision) => revision.id === query["to"]);
  return document && from && to ? <ComparePage document={document} from={from} to={to} /> : null;
});
