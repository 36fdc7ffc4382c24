import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { FindingListPage } from "@/components/findings/list-page";
import { titledPage } from "@/lib/gate/title";
import { listYears } from "@/lib/visits/queries";
import { findingsPageSize, listFindings } from "@/lib/findings/queries";
import { clocks, severities, topics } from "@/lib/findings/types";
import { oneOf, pageOf } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";

export const generateMetadata = titledPage("findings.list", async () =>
  (await getTranslations("findings"))("title"),
);

export default officePage("findings.list", async (viewer, { query }) => {
  const filter = {
    year: /^\d{4}$/.test(query["year"] ?? "") ? Number(query["year"]) : null,
    topic: oneOf(topics, query["topic"]),
    severity: oneOf(severities, query["severity"]),
    agencyCode: query["agency"] || null,
    openOnly: query["open"] === "1",
    clock: oneOf(clocks, query["clock"]),
    page: pageOf(query["page"]),
  };
  const page = await listFindings(viewer, filter);
  return (
    <FindingListPage
      filter={filter}
      page={page}
      pageSize={findingsPageSize}
      years={await listYears(viewer)}
      today={await today()}
    />
  );
});
