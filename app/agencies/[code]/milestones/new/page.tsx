import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { MilestonePage } from "@/components/adoption/milestone-page";
import { listRecordable } from "@/lib/adoption/queries";
import { findAgency } from "@/lib/agencies/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { saveMilestone } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adoption"))("recordMilestone") };
}

export default officePage("adoption.record", async (viewer, { params, path }) => {
  const agency = await findAgency(viewer, "adoption.record", params["code"] ?? "", await today());
  if (!agency) return null;
  const kinds = await listRecordable(viewer, agency.id);
  const initial = (await findKeptInput(viewer, "adoption.record", path)) ?? untouched;
  return <MilestonePage agency={agency} kinds={kinds} action={saveMilestone} initial={initial} />;
});
