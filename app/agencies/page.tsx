import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { AgencyListPage } from "@/components/agencies/list-page";
import { listStandings, pageSize } from "@/lib/adoption/queries";
import { buckets } from "@/lib/adoption/types";
import { agencyKinds, obligations } from "@/lib/agencies/types";
import { topics } from "@/lib/findings/types";
import { dayOf, oneOf, pageOf } from "@/lib/gate/query";
import { titledOfDay, titledPage } from "@/lib/gate/title";
import { today } from "@/lib/platform/clock";

export const generateMetadata = titledOfDay(
  titledPage("agencies.list", async (_viewer, _params, { overdue }) => {
    const title = (await getTranslations("agencies"))("title");
    return overdue === "1" ? (await getTranslations("agencies"))("overdueTitle") : title;
  }),
);

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
