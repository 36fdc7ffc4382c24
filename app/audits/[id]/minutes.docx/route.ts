import { paperDoor } from "@/app/papers";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { findMinutes } from "@/lib/reports/queries";

/** Biên bản kiểm tra of a visit. */
export const GET = paperDoor("papers.visit", async (viewer, params, registration) => {
  const facts = await findMinutes(viewer, params["id"] ?? "", registration);
  return facts && minutesOf(facts);
});
