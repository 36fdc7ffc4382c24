import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { AgencyListPage } from "@/components/agencies/list-page";
import { listStandings, pageSize } from "@/lib/adoption/queries";
import { buckets } from "@/lib/adoption/types";
import { agencyKinds, obligations } from "@/lib/agencies/types";
import { topics } from "@/lib/findings/types";
import { dayOf, oneOf, pageOf } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agencies"))("title") };
}

export default officePage("agencies.list", async (viewer, { query }) => {
  const filter = {
    on: dayOf(query, await today()).on,
    query: (query["q"] ?? "").slice(0, 100),
    kind: oneOf(agencyKinds, query["kind"]),
    obligation: oneOf(obligations, query["obligation"]),
    bucket: oneOf(buckets, query["bucket"]),
    overdue: query["overdue"] === "1",
    topic: oneOf(topics, query["topic"]),
    page: pageOf(query["page"]),
  };
  return <AgencyListPage filter={filter} page={await listStandings(viewer, filter)} pageSize={pageSize} />;
});
