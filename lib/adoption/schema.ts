import { z } from "zod";

import { declarationKinds, milestoneKinds } from "@/lib/adoption/types";
import {
  agencyCode,
  choice,
  code,
  count,
  date,
  id,
  optionalDate,
  optionalFile,
  text,
} from "@/lib/gate/fields";

export const milestoneForm = z.object({
  agencyId: id,
  code: agencyCode,
  kind: choice(milestoneKinds),
  occurredOn: date,
  editionId: choice(["2008", "2015"]),
  evidence: text(500),
  scan: optionalFile,
});
export type MilestoneForm = z.output<typeof milestoneForm>;

const most = 100_000;

export const declarationForm = z
  .object({
    agencyId: id,
    code: agencyCode,
    kind: choice(declarationKinds),
    decisionNumber: code(60),
    number: code(60),
    declaredOn: date,
    editionId: choice(["2008", "2015"]),
    proceduresCovered: count(most),
    proceduresTotal: count(most),
    unitsCovered: count(most),
    unitsTotal: count(most),
    officeOn: optionalDate,
    websiteOn: optionalDate,
    leadAgencyOn: optionalDate,
    scan: optionalFile,
  })
  .superRefine((form, context) => {
    for (const what of ["procedures", "units"] as const) {
      const total = form[`${what}Total`];
      if (form[`${what}Covered`] <= total) continue;
      context.addIssue({
        code: "custom",
        message: "covered-exceeds-total",
        params: { total },
        path: [`${what}Covered`],
      });
    }
  });
export type DeclarationForm = z.output<typeof declarationForm>;
