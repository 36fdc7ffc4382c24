import type { Consequences, Counted, Figures } from "@/lib/adoption/consequences/types";
import { daysOverdue, isMandatory } from "@/lib/adoption/rules";
import type { Snapshot } from "@/lib/adoption/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** What one agency adds to the figures of the province: the obliged count, unless they have ceased. */
const countedAs = (standing: Counted | null): Figures =>
  standing && isMandatory(standing.obligation) && standing.bucket !== "ceased"
    ? { declared: standing.bucket === "declared" ? 1 : 0, total: 1 }
    : { declared: 0, total: 0 };

/** The figures of the province if one agency stood otherwise. */
export function figuresAfter(figures: Figures, before: Counted | null, after: Counted | null): Figures {
  const [was, is] = [countedAs(before), countedAs(after)];
  return {
    declared: figures.declared + is.declared - was.declared,
    total: figures.total + is.total - was.total,
  };
}

/** Does it change them? */
export const changesFigures = (before: Counted | null, after: Counted | null): boolean => {
  const { declared, total } = figuresAfter({ declared: 0, total: 0 }, before, after);
  return declared !== 0 || total !== 0;
};

/** What changes on a day if an agency stands otherwise. */
export function consequencesOf(
  before: Snapshot | null,
  after: Snapshot | null,
  on: PlainDate,
  figures: Figures,
): Pick<Consequences, "stage" | "overdueDays" | "figures"> {
  return {
    stage: { before: before?.stage ?? null, after: after?.stage ?? null },
    overdueDays: { before: before && daysOverdue(before, on), after: after && daysOverdue(after, on) },
    figures: {
      before: figures,
      after: figuresAfter(figures, before, after),
    },
  };
}
