import { correctedOn, type Withdrawn } from "@/lib/adoption/corrected/rules";
import { loadFacts, loadFramework } from "@/lib/adoption/standing/queries";
import type { Tx } from "@/lib/identity/database";
import { groupBy } from "@/lib/kernel/collections";
import { dayDone, fromDatabase, type PlainDate } from "@/lib/kernel/plain-date";

/** When the figures of these days were last corrected by a cancellation made after the day: of a day that was not, nothing. */
export async function correctionsOf(
  tx: Tx,
  days: readonly PlainDate[],
  now: PlainDate,
): Promise<Map<PlainDate, PlainDate>> {
  const rows = await tx.milestone.findMany({
    where: { cancellationId: { not: null } },
    select: {
      ...{ agencyId: true, kind: true, occurredOn: true, editionId: true, declarationId: true },
      cancellation: { select: { cancelledAt: true } },
    },
  });
  if (rows.length === 0) return new Map();
  const withdrawn = groupBy(
    rows.flatMap(({ cancellation, occurredOn, ...row }): (Withdrawn & { agencyId: string })[] =>
      cancellation
        ? [
            {
              ...row,
              occurredOn: fromDatabase(occurredOn),
              cancelledOn: dayDone(cancellation.cancelledAt, now),
            },
          ]
        : [],
    ),
    ({ agencyId }) => agencyId,
  );
  const framework = await loadFramework(tx);
  const facts = await loadFacts(tx, [...withdrawn.keys()]);
  return new Map(
    days.flatMap((day) => {
      const found = [...facts].flatMap(
        ([agencyId, of]) => correctedOn(of, withdrawn.get(agencyId) ?? [], framework, day) ?? [],
      );
      const last = found.sort().at(-1);
      return last ? [[day, last] as const] : [];
    }),
  );
}
