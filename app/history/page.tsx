import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { HistoryList } from "@/components/journal/history-list";
import { titledPage } from "@/lib/gate/title";
import { historyFilter } from "@/lib/journal/labels";
import { listRecentHistory } from "@/lib/journal/queries";
import { today } from "@/lib/platform/clock";

const entriesAPage = 50;

export const generateMetadata = titledPage("history.read", async () =>
  (await getTranslations("journal"))("title"),
);

export default officePage("history.read", async (viewer, { query }) => {
  const filter = historyFilter(query);
  const lines = await listRecentHistory(viewer, filter, await today(), entriesAPage);
  return (
    <HistoryList
      lines={lines.slice(0, entriesAPage)}
      more={lines.length > entriesAPage}
      filter={filter}
      wholeProvince={viewer.agencyId === null}
    />
  );
});
