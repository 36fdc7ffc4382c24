import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { candidateTitle, programmeAt } from "@/app/titles";
import { AddPage } from "@/components/programme/add-page";
import { listColleagues } from "@/lib/programme/queries";
import { yearIn } from "@/lib/gate/query";

import { add } from "./actions";

export const generateMetadata = candidateTitle("audits.plan", async ({ year = "" }) =>
  (await getTranslations("programme"))("planTitle", { year }),
);

export default formPage("audits.plan", async (viewer, { params, initial }) => {
  const year = yearIn(params["year"]);
  const programme = year === null ? null : await programmeAt(viewer, year, await getLocale());
  const candidate = programme?.candidates.find(({ agencyCode }) => agencyCode === params["code"]);
  if (!programme || !candidate) return null;
  return (
    <AddPage
      year={programme.year}
      candidate={candidate}
      colleagues={await listColleagues(viewer)}
      action={add}
      initial={initial}
    />
  );
});
