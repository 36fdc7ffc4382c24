import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { listProcedures } from "@/lib/catalogue/queries";
import { fieldsOf, withWords } from "@/lib/catalogue/rules";
import { listCoverage } from "@/lib/coverage/queries";
import { dayOf, pageOf } from "@/lib/gate/query";
import { titledOfDay, titledPage } from "@/lib/gate/title";
import { may } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

const pageSize = 50;

export const generateMetadata = titledOfDay(
  titledPage("catalogue.read", async () => (await getTranslations("catalogue"))("title")),
);

export default officePage("catalogue.read", async (viewer, { query }) => {
  const asked = dayOf(query, await today());
  const filter = {
    words: (query["q"] ?? "").slice(0, 200),
    field: (query["field"] ?? "").slice(0, 300),
    ended: query["ended"] === "1",
    page: pageOf(query["page"]),
  };
  const all = await listProcedures(viewer, asked.on);
  const found = withWords(all, filter.words).filter(
    ({ field, ended }) => (filter.field === "" || field === filter.field) && (filter.ended || !ended),
  );
  const agencies = may(viewer, "coverage.list") ? await listStaffing(viewer, asked.on) : null;
  const counts = await listCoverage(viewer, asked.on);
  const coverage = agencies?.flatMap(({ id, code, name }) => {
    const count = counts.find(({ agencyId }) => agencyId === id);
    return count ? { ...count, code, name } : [];
  });
  return (
    <CataloguePage
      {...{ asked, filter }}
      fields={fieldsOf(all)}
      procedures={found.slice((filter.page - 1) * pageSize, filter.page * pageSize)}
      total={found.length}
      pages={Math.ceil(found.length / pageSize)}
      known={all.length > 0}
      coverage={coverage?.sort((a, b) => a.covered * b.total - b.covered * a.total) ?? null}
    />
  );
});
