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

/** A count that could be read, whatever the rest of the form is. */
const numberIn = (form: unknown, name: string): number | null => {
  const value =
    form !== null && typeof form === "object" && name in form ? form[name as keyof typeof form] : null;
  return typeof value === "number" ? value : null;
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
        const [covered, total] = [numberIn(form, `${what}Covered`), numberIn(form, `${what}Total`)];
        if (covered === null || total === null || covered <= total) continue;
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
