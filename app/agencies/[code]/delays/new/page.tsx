import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { DelayPage } from "@/components/adoption/delay-page";
import { findAdoption } from "@/lib/adoption/progress/queries";
import { today } from "@/lib/platform/clock";

import { saveDelay } from "./actions";

export const generateMetadata = agencyTitle("adoption.record", async () =>
  (await getTranslations("adoption"))("stateDelay"),
);

export default formPage("adoption.record", async (viewer, { params, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "adoption.record", params["code"] ?? "", day);
  if (!agency) return null;
  const adoption = await findAdoption(viewer, agency.id, day);
  return <DelayPage agency={agency} adoption={adoption} today={day} action={saveDelay} initial={initial} />;
});
