import { z } from "zod";

import {
  agencyCode,
  choice,
  code,
  count,
  id,
  optionalFile,
  optionalPastDay,
  pastDay,
  shown,
} from "@/lib/gate/fields";

const most = 100_000;

const publicationDays = {
  officeOn: optionalPastDay,
  websiteOn: optionalPastDay,
  leadAgencyOn: optionalPastDay,
};

export const declarationForm = z
  .object({
    agencyId: id,
    code: agencyCode,
    decisionNumber: code(60),
    number: code(60),
    declaredOn: pastDay,
    editionId: choice(["2008", "2015"]),
    proceduresCovered: count(most),
    proceduresTotal: count(most),
    unitsCovered: count(most),
    unitsTotal: count(most),
    ...publicationDays,
    scan: optionalFile,
    shown,
  })
  .superRefine(
    (form, context) => {
      for (const what of ["procedures", "units"] as const) {
        const total = form[`${what}Total`];
        if (!(form[`${what}Covered`] > total)) continue;
        context.addIssue({
          code: "custom",
          message: "covered-exceeds-total",
          params: { total },
          path: [`${what}Covered`],
        });
      }
    },
    // Whatever else is wrong: all that can be judged is said at once.
    { when: () => true },
  );
export type DeclarationForm = z.output<typeof declarationForm>;

export const publicationForm = z.object({ agencyId: id, agencyCode, declarationId: id, ...publicationDays });
export type PublicationForm = z.output<typeof publicationForm>;
