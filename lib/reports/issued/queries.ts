import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { world } from "@/lib/platform/clock";
import { findOffice } from "@/lib/reports/queries";
import type { SummaryFacts } from "@/lib/reports/documents/summary";
import type { SummaryFigures } from "@/lib/reports/documents/summary-types";
import type { IssuedLine } from "@/lib/reports/issued/types";
import { sha256Hex } from "@/lib/platform/hash";

/** The reports of a year that have been issued, the newest first. */
export async function listIssued(viewer: Viewer, year: number): Promise<IssuedLine[]> {
  if (!may(viewer, "papers.year")) return [];
  const rows = await asViewer(viewer, (tx) =>
    tx.issuedReport.findMany({
      where: { year },
      orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
      select: { id: true, asOf: true, number: true, datedOn: true, issuedName: true, issuedAt: true },
    }),
  );
  return rows.map(({ asOf, datedOn, issuedName, ...row }) => ({
    ...row,
    year,
    on: fromDatabase(asOf),
    date: fromDatabaseOrNull(datedOn),
    issuedBy: issuedName,
  }));
}

/** What an issued report said, as it was kept; null where there is none or it is not theirs to read. */
export async function findIssued(viewer: Viewer, id: string): Promise<SummaryFacts | null> {
  if (!isId(id) || !may(viewer, "papers.year")) return null;
  const row = await asViewer(viewer, (tx) =>
    tx.issuedReport.findUnique({
      where: { id },
      select: { figures: true, sha256: true, number: true, datedOn: true, asOf: true },
    }),
  );
  if (!row) return null;
  if (sha256Hex(row.figures) !== row.sha256) throw new Error(`issued report ${id} is not what was issued`);
  return {
    figures: await figuresIn(viewer, row.figures, fromDatabase(row.asOf)),
    registration: { number: row.number, date: fromDatabaseOrNull(row.datedOn) },
    illustrative: (await world()).illustrative,
  };
}

/** Reports issued before who issues them was recorded with the figures name the body of their day. */
async function figuresIn(viewer: Viewer, text: string, asOf: PlainDate): Promise<SummaryFigures> {
  const kept = JSON.parse(text) as Omit<SummaryFigures, "office"> & Partial<SummaryFigures>;
  // Reports issued before a lapse was counted by itself counted it among those who have not begun.
  const counted = <Counts extends { lapsed?: number }>(parts: Counts) => ({
    ...parts,
    lapsed: parts.lapsed ?? 0,
  });
  const { headline } = kept.dashboard;
  return {
    ...kept,
    dashboard: {
      ...kept.dashboard,
      headline: { ...counted(headline), byKind: headline.byKind.map(counted) },
    },
    office: kept.office ?? { ...(await findOffice(viewer, asOf)), signatory: null },
  };
}
