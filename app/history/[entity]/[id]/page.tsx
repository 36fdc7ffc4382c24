import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { RecordHistory } from "@/components/journal/record-history";
import { recordPage } from "@/lib/journal/labels";
import { entriesOfRecord, findChainBreaks, listHistory } from "@/lib/journal/queries";
import { entities } from "@/lib/journal/types";
import { today } from "@/lib/platform/clock";

type Props = { params: Promise<{ entity: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations("journal");
  const asked = (await params).entity;
  const entity = entities.find((each) => each === asked);
  return { title: words("recordTitle") + (entity ? `: ${words(`entity.${entity}`)}` : "") };
}

export default officePage("history.read", async (viewer, { params, query }) => {
  const entity = entities.find((each) => each === params["entity"]);
  if (!entity) return null;
  const asked = recordPage(query);
  const found = await listHistory(viewer, entity, (params["id"] ?? "").slice(0, 100), await today(), asked);
  if (found.length === 0) return null;
  const lines = found.slice(0, entriesOfRecord);
  const breaks = await findChainBreaks(viewer, [...new Set(lines.map((line) => line.chain))]);
  return (
    <RecordHistory
      lines={lines}
      more={found.length > entriesOfRecord}
      isAlone={asked.number !== null}
      breaks={breaks}
    />
  );
});
