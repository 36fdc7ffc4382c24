import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { RecordHistory } from "@/components/journal/record-history";
import { findChainBreaks, listHistory } from "@/lib/journal/queries";
import { entities } from "@/lib/journal/types";
import { today } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("journal"))("recordTitle") };
}

export default officePage("history.read", async (viewer, { params }) => {
  const entity = entities.find((each) => each === params["entity"]);
  if (!entity) return null;
  const lines = await listHistory(viewer, entity, (params["id"] ?? "").slice(0, 100), await today());
  if (lines.length === 0) return null;
  const breaks = await findChainBreaks(viewer, [...new Set(lines.map((line) => line.chain))]);
  return <RecordHistory lines={lines} breaks={breaks} />;
});
