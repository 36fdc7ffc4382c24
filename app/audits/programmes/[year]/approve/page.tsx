import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { ApprovePage } from "@/components/programme/approve-page";
import { leadOn } from "@/lib/gate/page";
import { findProgramme } from "@/lib/programme/queries";
import { yearIn } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";

import { approve } from "./actions";

type Props = { params: Promise<{ year: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("programme"))("approveTitle", { year: (await params).year }) };
}

export default formPage("audits.approve", async (viewer, { params, initial }) => {
  const year = yearIn(params["year"]);
  const programme = year === null ? null : await findProgramme(viewer, year, await getLocale());
  if (!programme) return null;
  if (programme.approval) await leadOn(`/audits/programmes/${programme.year}/plan`);
  return <ApprovePage programme={programme} today={await today()} action={approve} initial={initial} />;
});
