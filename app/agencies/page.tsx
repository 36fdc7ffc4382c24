import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { AgencyListPage } from "@/components/agencies/list-page";
import { listStandings, pageSize } from "@/lib/adoption/queries";
import { buckets } from "@/lib/adoption/types";
import { agencyKinds, obligations } from "@/lib/agencies/types";
import { topics } from "@/lib/findings/types";
import { dayOf, oneOf, pageOf } from "@/lib/gate/query";
import { titledOfDay } from "@/lib/gate/title";
import { today } from "@/lib/platform/clock";

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = titledOfDay(async ({ searchParams }: Asked) => {
  const title = (await getTranslations("agencies"))("title");
  const overdue = (await searchParams)["overdue"] === "1";
  return { title: overdue ? (await getTranslations("agencies"))("overdueTitle") : title };
});

export default officePage("agencies.list", async (viewer, { query }) => {
  const asked = dayOf(query, await today());
  const filter = {
    on: asked.on,
    query: (query["q"] ?? "").slice(0, 100),
    kind: oneOf(agencyKinds, query["kind"]),
    obligation: oneOf(obligations, query["obligation"]),
    bucket: oneOf(buckets, query["bucket"]),
    overdue: query["overdue"] === "1",
    topic: oneOf(topics, query["topic"]),
    page: pageOf(query["page"]),
  };
  const page = await listStandings(viewer, filter);
  return <AgencyListPage {...{ asked, filter, page, pageSize }} />;
});
