import { changesFigures } from "@/lib/adoption/consequences/rules";
import { snapshotOn } from "@/lib/adoption/standing/rules";
import type { AgencyFacts, Framework, Milestone } from "@/lib/adoption/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** A milestone that was taken as true until a day. */
export type Withdrawn = Milestone & { cancelledOn: PlainDate };

const byDay = (a: Milestone, b: Milestone): number =>
  a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn);

/**
 * The last day on which a cancellation changed what an agency counts as on an earlier day; null where none did. Compared is what was
 * known before that cancellation with what was known after it, so that an entry made anew at its right day changes nothing.
 */
export function correctedOn(
  facts: AgencyFacts,
  withdrawn: readonly Withdrawn[],
  framework: Framework,
  day: PlainDate,
): PlainDate | null {
  const until = (last: (cancelledOn: PlainDate) => boolean) => {
    const believed = withdrawn.filter((each) => last(each.cancelledOn));
    return snapshotOn(
      { ...facts, milestones: [...facts.milestones, ...believed].sort(byDay) },
      framework,
      day,
    );
  };
  const acts = [...new Set(withdrawn.map(({ cancelledOn }) => cancelledOn))]
    .filter((act) => act > day)
    .sort();
  return (
    acts.findLast((act) =>
      changesFigures(
        until((cancelledOn) => cancelledOn >= act),
        until((cancelledOn) => cancelledOn > act),
      ),
    ) ?? null
  );
}
