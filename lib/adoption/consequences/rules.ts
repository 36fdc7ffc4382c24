import type { Consequences, Counted, Figures } from "@/lib/adoption/consequences/types";
import { daysOverdue, isMandatory } from "@/lib/adoption/rules";
import type { Snapshot } from "@/lib/adoption/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** What one agency adds to the figures of the province: the obliged count, unless they have ceased. */
const countedAs = (standing: Counted | null): Figures =>
  standing && isMandatory(standing.obligation) && standing.bucket !== "ceased"
    ? { declared: standing.bucket === "declared" ? 1 : 0, total: 1 }
    : { declared: 0, total: 0 };

/** What changes on a day if an agency stands otherwise. */
export function consequencesOf(
  before: Snapshot | null,
  after: Snapshot | null,
  on: PlainDate,
  figures: Figures,
): Consequences {
  const [was, is] = [countedAs(before), countedAs(after)];
  return {
    stage: { before: before?.stage ?? null, after: after?.stage ?? null },
    overdueDays: { before: before && daysOverdue(before, on), after: after && daysOverdue(after, on) },
    figures: {
      before: figures,
      after: {
        declared: figures.declared + is.declared - was.declared,
        total: figures.total + is.total - was.total,
      },
    },
  };
}
