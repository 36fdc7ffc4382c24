import { paperDoor } from "@/app/papers";
import { yearIn } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";
import { summaryOf } from "@/lib/reports/documents/summary";
import { findSummary } from "@/lib/reports/queries";
import { reportDay } from "@/lib/reports/rules";

/** Báo cáo tổng hợp of a year, as of its last day or of today while it lasts. */
export const GET = paperDoor("papers.year", async (viewer, params, { registration, signatory }) => {
  const year = yearIn(params["year"]);
  const on = year === null ? null : reportDay(year, await today());
  if (year === null || on === null) return null;
  const facts = await findSummary(viewer, year, on, registration, signatory);
  return facts && summaryOf(facts);
});
