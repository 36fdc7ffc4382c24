import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { programmeAt, programmeTitle } from "@/app/titles";
import { ApprovePage } from "@/components/programme/approve-page";
import { leadOn } from "@/lib/gate/page";
import { yearIn } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";

import { approve } from "./actions";

export const generateMetadata = programmeTitle("audits.approve", async (year) =>
  (await getTranslations("programme"))("approveTitle", { year: String(year) }),
);

export default formPage("audits.approve", async (viewer, { params, initial }) => {
  const year = yearIn(params["year"]);
  const programme = year === null ? null : await programmeAt(viewer, year, await getLocale());
  if (!programme) return null;
  if (programme.approval) await leadOn(`/audits/programmes/${programme.year}/plan`);
  return <ApprovePage programme={programme} today={await today()} action={approve} initial={initial} />;
});
