import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { IssuedPage } from "@/components/reports/issued-page";
import { findKeptInput } from "@/lib/gate/kept-input";
import { yearIn } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";
import { listIssued } from "@/lib/reports/issued/queries";
import { reportDay } from "@/lib/reports/rules";
import { listSignatoryChoices } from "@/lib/reports/signatories/queries";

import { issue } from "./actions";

type Props = { params: Promise<{ year: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations("reports"))("issuedTitle")} ${(await params).year}` };
}

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
