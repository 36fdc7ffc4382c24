import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { DeclarationPage } from "@/components/adoption/declaration-page";
import { findProspect } from "@/lib/adoption/declarations/queries";
import { today } from "@/lib/platform/clock";

import { saveDeclaration } from "./actions";

export const generateMetadata = agencyTitle("adoption.record", async () =>
  (await getTranslations("adoption"))("recordDeclaration"),
);

export default formPage("adoption.record", async (viewer, { params, initial }) => {
  const agency = await agencyAt(viewer, "adoption.record", params["code"] ?? "", await today());
  if (!agency) return null;
  const prospect = await findProspect(viewer, agency.id);
  if (!prospect) return null;
  return <DeclarationPage {...{ agency, prospect, initial }} action={saveDeclaration} />;
});
