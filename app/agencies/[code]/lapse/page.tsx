import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { LapsePage } from "@/components/adoption/lapse-page";
import { findLapse } from "@/lib/adoption/consequences/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("adoption.lapse", async () =>
  (await getTranslations("adoption"))("recordLapse"),
);

export default officePage("adoption.lapse", async (viewer, { params, path }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "adoption.lapse", params["code"] ?? "", day);
  if (!agency) return null;
  const consequences = await findLapse(viewer, agency.id, day);
  const initial = (await findKeptInput(viewer, "adoption.lapse", path)) ?? untouched;
  return <LapsePage {...{ agency, consequences, initial }} action={save} />;
});
