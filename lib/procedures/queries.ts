import { loadAppointments } from "@/lib/appointments/queries";
import { heldOffice } from "@/lib/appointments/signatures/rules";
import type { Appointment } from "@/lib/appointments/types";
import { agencyParameter, agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { today } from "@/lib/platform/clock";
import {
  consequencesOfWithdrawing,
  isPending,
  itemState,
  lastApproved,
  knownOn,
  namingRevision,
  reviewRecordedAs,
  stateOf,
  summaryOf,
} from "@/lib/procedures/rules";
import type {
  DocumentLine,
  DocumentSet,
  EditionChange,
  RequiredItem,
  RevisionDates,
  WithdrawalConsequences,
} from "@/lib/procedures/types";
import { submissionsOf } from "@/lib/submissions/queries";
import type { Submission } from "@/lib/submissions/types";

type RequiredRow = { id: string; clause: string; title: string; usualCode: string | null; excluded: boolean };

/** What an edition requires: the one that is named, else the one that the agency works by on a day, else that of the deadline. */
const requiredRows = (
  tx: Tx,
  agencyId: string,
  on: PlainDate,
  locale: Locale,
  editionId: string | null,
) => tx.$queryRaw<{ designation: string; required: RequiredRow[] }[]>`
  select e.designation, coalesce((select json_agg(json_build_object('id', r.id, 'clause', r.clause,
      'title', case ${locale} when 'vi' then r.title_vi else r.title_en end, 'usualCode', r.usual_code,
      'excluded', r.usually_excluded) order by r.position) from required_document r where r.edition_id = e.id), '[]') as required
  from standard_edition e
  where e.id = coalesce(${editionId}, (select s.edition_id from agency_standing s where s.agency_id = ${agencyId}::uuid
    and s.valid_from <= ${on}::date and s.valid_to > ${on}::date), '2008')`;

type DocumentRow = Pick<DocumentLine, "id" | "code" | "kind"> & {
  withdrawnOn: PlainDate | null;
  covers: string[];
  /** Newest first. */
  revisions: (RevisionDates & {
    id: string;
    title: string;
    approverId: string | null;
    approverName: string | null;
    draftedOn: PlainDate;
    /** Drafted by cancelling an approval. */
    undone: boolean;
  })[];
};

/**
 * A first revision was begun with its document; nothing is written on a day that is still to come. A review by that day after which
 * the text stayed as it was says when the next one is due.
 */
const documentRows = (
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
  day: PlainDate,
): Promise<DocumentRow[]> => tx.$queryRaw<DocumentRow[]>`
  select d.id, d.code, d.kind::text as kind, (select w.withdrawn_on::text from document_withdrawal w
      where w.document_id = d.id and w.cancellation_id is null) as "withdrawnOn",
    array(select c.required_document_id from document_coverage c where c.document_id = d.id) as covers,
    coalesce((select json_agg(json_build_object('id', r.id, 'title', r.title, 'approverId', r.approved_by,
      'approverName', (select p.full_name from person p where p.id = r.approved_by), 'approvedOn', r.approved_on, 'effectiveOn', r.effective_on,
      'obsoleteOn', r.obsolete_on, 'reviewDueOn', coalesce((select v.next_due_on from document_review v
        where v.revision_id = r.id and v.cancellation_id is null and v.reviewed_on <= ${on}::date
        order by v.reviewed_on desc, v.recorded_at desc limit 1), r.review_due_on), 'undone', exists (select 1 from document_revision u join cancellation k on k.agency_id = u.agency_id and k.id = u.cancellation_id
        where u.document_id = r.document_id and u.approved_on is not null and u.issue_no = r.issue_no and u.revision_no = r.revision_no
          and k.cancelled_at <= r.drafted_at + interval '1 second'), 'draftedOn', least(${day}::date, (least(r.drafted_at,
        case when r.issue_no = 1 and r.revision_no = 0 then d.created_at end) at time zone 'Asia/Ho_Chi_Minh')::date)) order by r.drafted_at desc)
      from document_revision r where r.document_id = d.id and r.cancellation_id is null), '[]') as revisions
  from controlled_document d
  where d.agency_id = ${agencyId}::uuid
    and (${agencyParameter(viewer, "documents.read")}::uuid is null or d.agency_id = ${agencyParameter(viewer, "documents.read")}::uuid)
  order by d.code`;

type Beside = { submissions: ReadonlyMap<string, Submission>; appointments: readonly Appointment[] };

/** Who approved the text that stands last, and when, where they held no office on that day. */
function outsideOf(
  { revisions }: DocumentRow,
  appointments: readonly Appointment[],
  on: PlainDate,
): DocumentLine["outside"] {
  const last = lastApproved(revisions, on);
  if (!last?.approvedOn) return null;
  const signed = { personId: last.approverId, on: last.approvedOn, of: "document" as const };
  return heldOffice(appointments, signed) ? null : { by: last.approverName ?? "–", on: last.approvedOn };
}

function lineOf(document: DocumentRow, { submissions, appointments }: Beside, on: PlainDate): DocumentLine {
  const { revisions, withdrawnOn, ...row } = document;
  const draft = revisions.find((revision) => revision.approvedOn === null);
  const shown = namingRevision(revisions, on);
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    title: shown?.title ?? row.code,
    reviewDueOn: shown?.reviewDueOn ?? null,
    pendingFrom: revisions.find((revision) => isPending(revision, on))?.effectiveOn ?? null,
    outside: withdrawnOn === null || withdrawnOn > on ? outsideOf(document, appointments, on) : null,
    draft: draft ? { submission: submissions.get(draft.id) ?? null, undone: draft.undone } : null,
    state: stateOf(revisions, on, withdrawnOn),
  };
}

/** When the reviews whose records are required were last held by a day, by the usual code of the record. */
async function reviewsHeld(
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
): Promise<Map<string, PlainDate>> {
  const rows = await tx.agencyReview.groupBy({
    by: ["kind"],
    where: {
      ...agencyWhere(viewer, "reviews.read"),
      AND: { agencyId },
      endedOn: { lte: toDatabase(on) },
      cancellationId: null,
    },
    _max: { endedOn: true },
  });
  return new Map(
    rows.flatMap(({ kind, _max: { endedOn } }) =>
      endedOn ? [[reviewRecordedAs[kind], fromDatabase(endedOn)]] : [],
    ),
  );
}

/**
 * What an edition requires beside what the agency had on a day, and its other documents: six statements, however many there are. The
 * edition is the one that the agency works by, where none is named.
 */
export async function listDocuments(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
  locale: Locale,
  editionId: string | null = null,
): Promise<DocumentSet> {
  const day = await today();
  return asViewer(viewer, (tx) => documentsIn(tx, viewer, agencyId, { on, day, locale, editionId }));
}

type Asked = { on: PlainDate; day: PlainDate; locale: Locale; editionId: string | null };

async function documentsIn(
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  { on, day, locale, editionId }: Asked,
): Promise<DocumentSet> {
  const [edition] = await requiredRows(tx, agencyId, on, locale, editionId);
  const beside = {
    submissions: await submissionsOf(tx, agencyId),
    appointments: await loadAppointments(tx, { agencyId }),
  };
  const documents = (await documentRows(tx, viewer, agencyId, on, day))
    .map((row) => ({ ...row, revisions: knownOn(row.revisions, on) }))
    .filter(({ revisions }) => revisions.length > 0)
    .map((row) => ({ line: lineOf(row, beside, on), covers: row.covers }));
  const held = await reviewsHeld(tx, viewer, agencyId, on);
  const required = edition?.required ?? [];
  const itemOf = ({ excluded: _, ...item }: RequiredRow): RequiredItem => {
    const answering = documents.filter(({ covers }) => covers.includes(item.id)).map(({ line }) => line);
    const heldOn = held.get(item.usualCode ?? "") ?? null;
    return {
      ...item,
      state: itemState(
        answering.map((line) => line.state),
        heldOn,
      ),
      documents: answering,
      heldOn,
    };
  };
  const named = new Set(required.map((each) => each.id));
  return {
    designation: edition?.designation ?? "–",
    items: required.filter((each) => !each.excluded).map(itemOf),
    others: documents.filter(({ covers }) => !covers.some((each) => named.has(each))).map(({ line }) => line),
  };
}

/** What taking a document out of use would change today, inside a transaction that is already open. */
export const withdrawingIn = async (
  tx: Tx,
  viewer: Viewer,
  { id, agencyId }: { id: string; agencyId: string },
  day: PlainDate,
): Promise<WithdrawalConsequences> =>
  consequencesOfWithdrawing(
    await documentsIn(tx, viewer, agencyId, { on: day, day, locale: "vi", editionId: null }),
    id,
  );

/** What working by this edition would change for an agency on a day; null where it does already. */
export async function foreseeEdition(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
  editionId: string,
  locale: Locale,
): Promise<EditionChange | null> {
  const now = await listDocuments(viewer, agencyId, on, locale);
  const then = await listDocuments(viewer, agencyId, on, locale, editionId);
  if (now.designation === then.designation) return null;
  return {
    ...{ from: now.designation, to: then.designation },
    ...{ before: summaryOf(now.items), after: summaryOf(then.items) },
  };
}
