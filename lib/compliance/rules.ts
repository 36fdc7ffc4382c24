import { agencyKinds } from "@/lib/agencies/types";
import type { CountRow, Headline, Parts } from "@/lib/compliance/types";

const partsOf = (rows: readonly CountRow[]): Parts => {
  const sum = (bucket: CountRow["bucket"]): number =>
    rows.filter((row) => row.bucket === bucket).reduce((total, row) => total + row.count, 0);
  return { declared: sum("declared"), in_progress: sum("in_progress"), not_started: sum("not_started") };
};

const totalOf = ({ declared, in_progress, not_started }: Parts): number =>
  declared + in_progress + not_started;

/** The one definition of the province's rate: declared of all that are obliged and exist on the day. */
export function headlineOf(rows: readonly CountRow[]): Headline {
  const parts = partsOf(rows);
  const byKind = agencyKinds.flatMap((kind) => {
    const ofKind = partsOf(rows.filter((row) => row.kind === kind));
    const total = totalOf(ofKind);
    return total === 0 ? [] : [{ kind, ...ofKind, total }];
  });
  return {
    ...parts,
    total: totalOf(parts),
    overdue: rows.reduce((total, row) => total + row.overdue, 0),
    byKind,
  };
}
