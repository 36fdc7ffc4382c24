import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { LapsePage } from "@/components/adoption/lapse-page";
import { findLapse } from "@/lib/adoption/consequences/queries";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("adoption.lapse", async () =>
  (await getTranslations("adoption"))("recordLapse"),
);

export default formPage("adoption.lapse", async (viewer, { params, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "adoption.lapse", params["code"] ?? "", day);
  if (!agency) return null;
  const consequences = await findLapse(viewer, agency.id, day);
  return <LapsePage {...{ agency, consequences, initial }} action={save} />;
});
