import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { RecordHistory } from "@/components/journal/record-history";
import { findChainBreaks, listHistory } from "@/lib/journal/queries";
import { entities } from "@/lib/journal/types";
import { today } from "@/lib/platform/clock";

type Props = { params: Promise<{ entity: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations("journal");
  const asked = (await params).entity;
  const entity = entities.find((each) => each === asked);
  return { title: words("recordTitle") + (entity ? `: ${words(`entity.${entity}`)}` : "") };
}

export default officePage("history.read", async (viewer, { params }) => {
  const entity = entities.find((each) => each === params["entity"]);
  if (!entity) return null;
  const lines = await listHistory(viewer, entity, (params["id"] ?? "").slice(0, 100), await today());
  if (lines.length === 0) return null;
  const breaks = await findChainBreaks(viewer, [...new Set(lines.map((line) => line.chain))]);
  return <RecordHistory lines={lines} breaks={breaks} />;
});
