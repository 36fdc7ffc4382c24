import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { ImportPage } from "@/components/audits/import-page";
import { findImport } from "@/lib/audits/imports/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default officePage("imports.take", async (viewer, { params }) => {
  const found = await findImport(viewer, params["id"] ?? "");
  return found && <ImportPage taken={found} />;
});
