import { paperDoor } from "@/app/papers";
import { yearIn } from "@/lib/gate/query";
import { planOf } from "@/lib/reports/documents/plan";
import { findPlanPaper } from "@/lib/reports/queries";

/** Kế hoạch kiểm tra of a year with its list of visits. */
export const GET = paperDoor("papers.year", async (viewer, params, { registration, signatory }) => {
  const year = yearIn(params["year"]);
  const facts = year === null ? null : await findPlanPaper(viewer, year, registration, signatory);
  return facts && planOf(facts);
});
