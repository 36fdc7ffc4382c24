import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { plannedVisitTitle, programmeAt } from "@/app/titles";
import { VisitPlanPage } from "@/components/programme/visit-page";
import { leadOn } from "@/lib/gate/page";
import { listColleagues } from "@/lib/programme/queries";
import { yearIn } from "@/lib/gate/query";
import { untouched } from "@/lib/gate/types";

import { leaveOut, replan } from "./actions";

export const generateMetadata = plannedVisitTitle("audits.plan", async ({ year = "" }) =>
  (await getTranslations("programme"))("planTitle", { year }),
);

export default formPage("audits.plan", async (viewer, { params, initial }) => {
  const year = yearIn(params["year"]);
  const programme = year === null ? null : await programmeAt(viewer, year, await getLocale());
  const visit = programme?.visits.find(({ id }) => id === params["id"]);
  if (!programme) return null;
  if (!visit) return leadOn(`/audits/programmes/${programme.year}/plan`);
  if (visit.state !== "planned") await leadOn(`/audits/${visit.id}`);
  return (
    <VisitPlanPage
      year={programme.year}
      approved={programme.approval !== null}
      visit={visit}
      colleagues={await listColleagues(viewer, visit.id)}
      replan={{ action: replan, initial }}
      leaveOut={{ action: leaveOut, initial: untouched }}
    />
  );
});
