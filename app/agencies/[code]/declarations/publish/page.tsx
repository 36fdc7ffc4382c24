import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PublicationPage } from "@/components/adoption/publication-page";
import { findUnpublished } from "@/lib/adoption/declarations/queries";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("adoption.record", async () =>
  (await getTranslations("adoption"))("publishTitle"),
);

export default formPage("adoption.record", async (viewer, { params, query, initial }) => {
  const agency = await agencyAt(viewer, "adoption.record", params["code"] ?? "", await today());
  if (!agency) return null;
  const declaration = await findUnpublished(viewer, agency.id, query["declaration"] ?? "");
  if (!declaration) return leadOn(`/agencies/${agency.code}`);
  return <PublicationPage {...{ agency, declaration, initial }} action={save} />;
});
