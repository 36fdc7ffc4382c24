import { paperDoor } from "@/app/papers";
import { summaryOf } from "@/lib/reports/documents/summary";
import { findIssued } from "@/lib/reports/issued/queries";

/** A yearly report as it was issued: its own figures, number and date. */
export const GET = paperDoor("papers.year", async (viewer, params) => {
  const facts = await findIssued(viewer, params["id"] ?? "");
  return facts && String(facts.figures.year) === params["year"] ? summaryOf(facts) : null;
});
