import { agencyWhere } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { stateOf } from "@/lib/procedures/rules";
import type { DocumentRecord, Revision, RevisionDates } from "@/lib/procedures/types";
import { submissionsOf } from "@/lib/submissions/queries";

type DateRow = Record<keyof RevisionDates, Date | null>;
const datesOf = (row: DateRow) => ({
  approvedOn: fromDatabaseOrNull(row.approvedOn),
  effectiveOn: fromDatabaseOrNull(row.effectiveOn),
  obsoleteOn: fromDatabaseOrNull(row.obsoleteOn),
  reviewDueOn: fromDatabaseOrNull(row.reviewDueOn),
});

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
          where: { cancellationId: null },
          orderBy: [{ issueNo: "desc" }, { revisionNo: "desc" }],
          include: { approver: { select: { fullName: true } } },
        },
        withdrawals: { where: { cancellationId: null } },
        reviews: {
          where: { cancellationId: null },
          orderBy: [{ reviewedOn: "desc" }, { recordedAt: "desc" }],
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
      approverId: revision.approvedBy,
      approverName: revision.approver?.fullName ?? null,
      recordedName: revision.recordedName,
      attachmentId: revision.attachmentId,
      version: revision.version,
      ...datesOf({
        ...revision,
        reviewDueOn:
          row.reviews.find(({ revisionId }) => revisionId === revision.id)?.nextDueOn ?? revision.reviewDueOn,
      }),
    }));
    const draft = revisions.find(({ approvedOn }) => approvedOn === null);
    const [withdrawal] = row.withdrawals.map((each) => ({
      ...{ id: each.id, reason: each.reason, by: each.recordedName, attachmentId: each.attachmentId },
      withdrawnOn: fromDatabase(each.withdrawnOn),
    }));
    return {
      id,
      agencyId: row.agencyId,
      agencyCode: row.agency.code,
      code: row.code,
      kind: row.kind,
      state: stateOf(revisions, on, withdrawal?.withdrawnOn ?? null),
      withdrawal: withdrawal ?? null,
      requirements: row.coverages.map(
        ({ requiredDocument: { clause, titleVi, titleEn, edition } }) =>
          `${edition.designation}, ${clause}: ${locale === "vi" ? titleVi : titleEn}`,
      ),
      revisions,
      submission: (draft && (await submissionsOf(tx, row.agencyId)).get(draft.id)) ?? null,
      reviews: row.reviews.map(({ id: review, conclusion, attachmentId, ...rest }) => ({
        ...{ id: review, conclusion, attachmentId, by: rest.recordedName },
        reviewedOn: fromDatabase(rest.reviewedOn),
        nextDueOn: fromDatabase(rest.nextDueOn),
      })),
    };
  });
}
