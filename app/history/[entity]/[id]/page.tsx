import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { RecordHistory } from "@/components/journal/record-history";
import { oneOf } from "@/lib/gate/query";
import { titledPage } from "@/lib/gate/title";
import { recordPage } from "@/lib/journal/labels";
import { entriesOfRecord, findChainBreaks, listHistory } from "@/lib/journal/queries";
import { findRecord } from "@/lib/journal/silent/queries";
import { entities } from "@/lib/journal/types";
import { today } from "@/lib/platform/clock";

const idIn = ({ id = "" }: Record<string, string>): string => id.slice(0, 100);

export const generateMetadata = titledPage("history.read", async (viewer, params) => {
  const entity = oneOf(entities, params["entity"]);
  if (entity === null || !(await findRecord(viewer, entity, idIn(params)))) return null;
  const words = await getTranslations("journal");
  return `${words("recordTitle")}: ${words(`entity.${entity}`)}`;
});

export default officePage("history.read", async (viewer, { params, query }) => {
  const entity = oneOf(entities, params["entity"]);
  const asked = recordPage(query);
  if (entity === null || !(await findRecord(viewer, entity, idIn(params)))) return null;
  const found = await listHistory(viewer, entity, idIn(params), await today(), asked);
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
