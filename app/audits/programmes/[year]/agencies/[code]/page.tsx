import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyTitle } from "@/app/titles";
import { AddPage } from "@/components/programme/add-page";
import { findProgramme, listColleagues } from "@/lib/programme/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { yearIn } from "@/lib/gate/query";
import { untouched } from "@/lib/gate/types";

import { add } from "./actions";

export const generateMetadata = agencyTitle("audits.plan", async ({ year = "" }) =>
  (await getTranslations("programme"))("planTitle", { year }),
);

export default officePage("audits.plan", async (viewer, { params, path }) => {
  const year = yearIn(params["year"]);
  const programme = year === null ? null : await findProgramme(viewer, year, await getLocale());
  const candidate = programme?.candidates.find(({ agencyCode }) => agencyCode === params["code"]);
  if (!programme || !candidate) return null;
  const initial = (await findKeptInput(viewer, "audits.plan", path)) ?? untouched;
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
