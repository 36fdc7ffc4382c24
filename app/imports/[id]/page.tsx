import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { importAt, importTitle } from "@/app/titles";
import { ImportPage } from "@/components/audits/import-page";

export const generateMetadata = importTitle("imports.take", async () =>
  (await getTranslations("imports"))("importTitle"),
);

export default officePage("imports.take", async (viewer, { params }) => {
  const found = await importAt(viewer, params["id"] ?? "");
  return found && <ImportPage taken={found} />;
});
