import type { LeadAgency } from "@/lib/agencies/lead/types";

/** Left to be written in by hand while nobody has been recorded. */
export const dots = "…………";
export const unrecorded: LeadAgency = {
  name: dots,
  abbreviation: dots,
  parentName: dots,
  committee: dots,
  province: dots,
  place: dots,
  headTitle: dots,
  drafter: dots,
  copiesTo: [],
};
