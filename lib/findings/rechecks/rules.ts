import type { Look } from "@/lib/findings/clock/types";
import type { RecheckOutcome } from "@/lib/findings/rechecks/types";
import { fromDatabase } from "@/lib/kernel/plain-date";

/** A recheck with the result of its visit; without one the team is still recording. */
export type RecheckRow = {
  outcome: RecheckOutcome;
  visitId: string;
  visit: { result: { finalisedOn: Date; finalisedAt: Date } | null };
};

/** Rechecks in final minutes, in the order in which those were signed; of one day, in which they arrived. */
export const finalInOrder = <Row extends RecheckRow>(rows: readonly Row[]): (Row & { on: Date })[] =>
  rows
    .flatMap((row) =>
      row.visit.result ? [{ ...row, ...row.visit.result, on: row.visit.result.finalisedOn }] : [],
    )
    .sort(
      (a, b) =>
        a.finalisedOn.getTime() - b.finalisedOn.getTime() ||
        a.finalisedAt.getTime() - b.finalisedAt.getTime() ||
        (a.visitId < b.visitId ? -1 : 1),
    );

export const looksOf = (rows: readonly RecheckRow[]): Look[] =>
  finalInOrder(rows).map(({ outcome, on }) => ({ outcome, on: fromDatabase(on) }));
