import { clockOfRow, findingSelect, blocksOf } from "@/lib/visits/earlier/queries";
import type { RecheckedFinding, Rechecks } from "@/lib/visits/rechecks/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";

/** What has been recorded on a visit of earlier findings, in a transaction that is already open. */
export const loadRechecks = async (tx: Tx, visitId: string): Promise<Rechecks> =>
  (await loadRechecksOf(tx, [visitId]))[visitId] ?? {};

/** The same of many, by visit. */
export async function loadRechecksOf(tx: Tx, visits: readonly string[]): Promise<Record<string, Rechecks>> {
  const rows = await tx.findingRecheck.findMany({
    where: { visitId: { in: [...visits] } },
    select: { visitId: true, findingId: true, outcome: true, note: true, version: true },
  });
  const rechecks: Record<string, Record<string, Rechecks[string]>> = {};
  for (const { visitId, findingId, ...recheck } of rows) (rechecks[visitId] ??= {})[findingId] = recheck;
  return rechecks;
}

/** What a visit looks at again: findings raised before its day that are not closed, and those it has already looked at. */
export const earlierFindings = (visit: { id: string; agencyId: string; plannedOn: Date }) => ({
  agencyId: visit.agencyId,
  visitId: { not: visit.id },
  raisedOn: { lt: visit.plannedOn },
  OR: [{ closure: { is: null } }, { rechecks: { some: { visitId: visit.id } } }],
});

const raisedAt = {
  select: {
    plannedOn: true,
    result: { select: { finalisedOn: true } },
    minutes: { where: { version: 1 }, select: { startedOn: true } },
  },
} as const;

type RaisedAt = {
  plannedOn: Date;
  result: { finalisedOn: Date } | null;
  minutes: { startedOn: Date | null }[];
};

/** The day of a visit: as its minutes say it; where they do not, the one planned, unless it was signed before that. */
const dayOfVisit = ({ plannedOn, result, minutes }: RaisedAt): Date => {
  const signed = result?.finalisedOn ?? plannedOn;
  return minutes[0]?.startedOn ?? (signed < plannedOn ? signed : plannedOn);
};

/** The earlier findings that a visit has seen again, each as it stands on a day; the oldest first. */
export async function listRechecked(
  viewer: Viewer,
  visitId: string,
  on: PlainDate,
): Promise<RecheckedFinding[]> {
  if (!isId(visitId) || !may(viewer, "papers.visit")) return [];
  const rows = await asViewer(viewer, (tx) =>
    tx.findingRecheck.findMany({
      where: { visitId, ...agencyWhere(viewer, "papers.visit") },
      orderBy: [{ finding: { raisedOn: "asc" } }, { finding: { questionCode: "asc" } }],
      select: { outcome: true, note: true, finding: { select: { ...findingSelect, visit: raisedAt } } },
    }),
  );
  return rows.map(({ outcome, note, finding }) => {
    const closedOn = fromDatabaseOrNull(finding.closure?.closedOn ?? null);
    const blocking = blocksOf(finding).find(
      ({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || on < endsOn),
    );
    return {
      ...{ outcome, note, questionCode: finding.questionCode, evidence: finding.evidence },
      raisedOn: fromDatabase(finding.raisedOn),
      visitOn: fromDatabase(dayOfVisit(finding.visit)),
      clock: clockOfRow(finding, on),
      blockedSince: blocking?.startsOn ?? null,
      closedOn: closedOn !== null && closedOn <= on ? closedOn : null,
    };
  });
}
