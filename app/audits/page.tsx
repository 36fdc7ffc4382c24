import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { ProgrammePage } from "@/components/audits/programme-page";
import { titledPage } from "@/lib/gate/title";
import { listProgrammes } from "@/lib/programme/queries";
import { listVisits } from "@/lib/visits/queries";
import { may } from "@/lib/identity/matrix";
import { yearOf } from "@/lib/kernel/plain-date";
import { today } from "@/lib/platform/clock";
import { yearPapers } from "@/lib/reports/rules";
import { listSignatoryChoices } from "@/lib/reports/signatories/queries";

export const generateMetadata = titledPage("audits.list", async () =>
  (await getTranslations("audits"))("title"),
);

export default officePage("audits.list", async (viewer, { query }) => {
  const agencyCode = query["agency"] ?? viewer.agencyCode;
  const asked = /^\d{4}$/.test(query["year"] ?? "") ? Number(query["year"]) : null;
  const thisYear = yearOf(await today());
  const year = asked ?? (agencyCode === null ? thisYear : null);
  const visits = await listVisits(viewer, { year, agencyCode, team: false }, await getLocale());
  const programmes = await listProgrammes(viewer);
  const nextYear = may(viewer, "audits.plan") ? thisYear + 1 : null;
  const papers = year === null ? [] : yearPapers(viewer, year, await today(), programmes);
  const signatories = await listSignatoryChoices(viewer, await today());
  return (
    <ProgrammePage
      visits={visits}
      year={year}
      programmes={programmes}
      nextYear={nextYear}
      papers={papers}
      signatories={signatories}
    />
  );
});
