import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { PlanPage } from "@/components/programme/plan-page";
import { ProposalPage } from "@/components/programme/proposal-page";
import { titledPage } from "@/lib/gate/title";
import { findProgramme, findProposal } from "@/lib/programme/queries";
import { yearIn } from "@/lib/gate/query";
import { may } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

import { propose } from "./actions";

export const generateMetadata = titledPage("audits.plan", async (_viewer, { year = "" }) =>
  yearIn(year) === null ? null : (await getTranslations("programme"))("planTitle", { year }),
);

export default formPage("audits.plan", async (viewer, { params, initial }) => {
  const year = yearIn(params["year"]);
  if (year === null) return null;
  const locale = await getLocale();
  const programme = await findProgramme(viewer, year, locale);
  if (programme) return <PlanPage programme={programme} mayApprove={may(viewer, "audits.approve")} />;
  const day = await today();
  const proposal = await findProposal(viewer, year, day, locale);
  return (
    proposal && (
      <ProposalPage year={year} proposal={proposal} today={day} action={propose} initial={initial} />
    )
  );
});
