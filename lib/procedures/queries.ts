import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import { isId } from "@/lib/kernel/ids";
import { fromDatabaseOrNull, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { isCurrent, itemState, stateOf } from "@/lib/procedures/rules";
import type { DocumentLine, DocumentRecord, DocumentSet, Revision } from "@/lib/procedures/types";

/** The edition an agency works by on a day: that of its last milestone, else the one in force when the deadline was set. */
async function editionOf(tx: Tx, agencyId: string, on: PlainDate): Promise<string> {
  const standing = await tx.agencyStanding.findFirst({
    where: { agencyId, validFrom: { lte: toDatabase(on) }, validTo: { gt: toDatabase(on) } },
    select: { editionId: true },
  });
  return standing?.editionId ?? "2008";
}

const dates = { approvedOn: true, effectiveOn: true, obsoleteOn: true, reviewDueOn: true } as const;

type DateRow = Record<keyof typeof dates, Date | null>;
const datesOf = (row: DateRow) => ({
  approvedOn: fromDatabaseOrNull(row.approvedOn),
  effectiveOn: fromDatabaseOrNull(row.effectiveOn),
  obsoleteOn: fromDatabaseOrNull(row.obsoleteOn),
  reviewDueOn: fromDatabaseOrNull(row.reviewDueOn),
});

/** What the edition requires beside what the agency has, and its other documents. */
export async function listDocuments(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
  locale: Locale,
): Promise<DocumentSet> {
  return asViewer(viewer, async (tx) => {
    const edition = await tx.standardEdition.findUniqueOrThrow({
      where: { id: await editionOf(tx, agencyId, on) },
      include: { requiredDocuments: { orderBy: { position: "asc" } } },
    });
    const rows = await tx.controlledDocument.findMany({
      where: { ...agencyWhere(viewer, "documents.read"), AND: { agencyId } },
      orderBy: { code: "asc" },
      include: {
        coverages: { select: { requiredDocumentId: true } },
        revisions: { orderBy: { draftedAt: "desc" }, select: { ...dates, title: true } },
      },
    });
    const documents = rows.map((row) => {
      const revisions = row.revisions.map((revision) => ({ title: revision.title, ...datesOf(revision) }));
      const shown = revisions.find((revision) => isCurrent(revision, on)) ?? revisions[0];
      const line: DocumentLine = {
        id: row.id,
        code: row.code,
        kind: row.kind,
        title: shown?.title ?? row.code,
        reviewDueOn: shown?.reviewDueOn ?? null,
        drafted: revisions.some((revision) => revision.approvedOn === null),
        state: stateOf(revisions, on, fromDatabaseOrNull(row.withdrawnOn)),
      };
      return { line, covers: row.coverages.map((coverage) => coverage.requiredDocumentId) };
    });
    const required = new Set(edition.requiredDocuments.map((each) => each.id));
    return {
      designation: edition.designation,
      items: edition.requiredDocuments
        .filter((each) => !each.usuallyExcluded)
        .map((each) => {
          const answering = documents
            .filter(({ covers }) => covers.includes(each.id))
            .map(({ line }) => line);
          return {
            id: each.id,
            clause: each.clause,
            title: locale === "vi" ? each.titleVi : each.titleEn,
            usualCode: each.usualCode,
            state: itemState(answering.map((line) => line.state)),
            documents: answering,
          };
        }),
      others: documents
        .filter(({ covers }) => !covers.some((each) => required.has(each)))
        .map(({ line }) => line),
    };
  });
}

/** A document with all its revisions; null where there is none or it is not theirs to read. */
export async function findDocument(
  viewer: Viewer,
  id: string,
  on: PlainDate,
  locale: Locale,
): Promise<DocumentRecord | null> {
  if (!isId(id)) return null;
  return asViewer(viewer, async (tx) => {
    const row = await tx.controlledDocument.findFirst({
      where: { id, ...agencyWhere(viewer, "documents.read") },
      include: {
        agency: { select: { code: true } },
        coverages: {
          include: {
            requiredDocument: {
              select: {
                clause: true,
                titleVi: true,
                titleEn: true,
                edition: { select: { designation: true } },
              },
            },
          },
        },
        revisions: {
          orderBy: [{ issueNo: "desc" }, { revisionNo: "desc" }],
          include: { approver: { select: { fullName: true } } },
        },
      },
    });
    if (!row) return null;
    const revisions = row.revisions.map((revision): Revision => ({
      id: revision.id,
      issueNo: revision.issueNo,
      revisionNo: revision.revisionNo,
      title: revision.title,
      body: revision.body,
      changeRequest: revision.changeRequest,
      changePlace: revision.changePlace,
      changeSummary: revision.changeSummary,
      approverName: revision.approver?.fullName ?? null,
      version: revision.version,
      ...datesOf(revision),
    }));
    return {
      id,
      agencyId: row.agencyId,
      agencyCode: row.agency.code,
      code: row.code,
      kind: row.kind,
      state: stateOf(revisions, on, fromDatabaseOrNull(row.withdrawnOn)),
      withdrawnOn: fromDatabaseOrNull(row.withdrawnOn),
      requirements: row.coverages.map(
        ({ requiredDocument: { clause, titleVi, titleEn, edition } }) =>
          `${edition.designation}, ${clause}: ${locale === "vi" ? titleVi : titleEn}`,
      ),
      revisions,
    };
  });
}
