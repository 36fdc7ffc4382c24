import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { IssuedPage } from "@/components/reports/issued-page";
import { findKeptInput } from "@/lib/gate/kept-input";
import { yearIn } from "@/lib/gate/query";
import { titledPage } from "@/lib/gate/title";
import { today } from "@/lib/platform/clock";
import { listIssued } from "@/lib/reports/issued/queries";
import { reportDay } from "@/lib/reports/rules";
import { listSignatoryChoices } from "@/lib/reports/signatories/queries";

import { issue } from "./actions";

export const generateMetadata = titledPage("papers.year", async (_viewer, { year: asked }) => {
  const year = yearIn(asked);
  if (year === null || reportDay(year, await today()) === null) return null;
  return `${(await getTranslations("reports"))("issuedTitle")} ${year}`;
});

export default officePage("papers.year", async (viewer, { params, path }) => {
  const year = yearIn(params["year"]);
  const on = year === null ? null : reportDay(year, await today());
  if (year === null || on === null) return null;
  const initial = await findKeptInput(viewer, "papers.issue", path);
  const issued = await listIssued(viewer, year);
  const signatories = await listSignatoryChoices(viewer, await today());
  return (
    <IssuedPage
      year={year}
      on={on}
      issued={issued}
      signatories={signatories}
      action={issue}
      initial={initial}
    />
  );
});
