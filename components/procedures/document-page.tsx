import { useTranslations } from "next-intl";

import { SignedOutside } from "@/components/appointments/signed-outside";
import { CancelEntry } from "@/components/corrections/cancel-entry";
import { CancelledEntries } from "@/components/corrections/cancelled-entries";
import { BasesSection } from "@/components/procedures/bases-section";
import { CarriedSection } from "@/components/procedures/carried-section";
import { ChangeLog } from "@/components/procedures/change-log";
import { DocumentActs, type DocumentRights } from "@/components/procedures/document-acts";
import { KeptReviews } from "@/components/procedures/kept-reviews";
import { RecordedFrom } from "@/components/submissions/recorded-from";
import { SubmissionNote, type HeadVacancy } from "@/components/submissions/submission-note";
import { Tag } from "@/components/ui/tag";
import type { Appointment } from "@/lib/appointments/types";
import type { Procedure } from "@/lib/catalogue/types";
import type { Corrections } from "@/lib/corrections/types";
import { documentTone } from "@/lib/procedures/labels";
import type { TextBasis } from "@/lib/procedures/bases/types";
import { isCurrent, isPending, namingRevision } from "@/lib/procedures/rules";
import type { DocumentRecord, Revision } from "@/lib/procedures/types";
import type { Update } from "@/lib/updates/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type DocumentPageProps = {
  document: DocumentRecord;
  today: PlainDate;
  may: DocumentRights & { judge: boolean };
  /** Of the text in force, or of the draft where there is none. */
  bases: readonly TextBasis[];
  updates: readonly Update[];
  carried: readonly Procedure[];
  vacancy: HeadVacancy;
  appointments: readonly Appointment[];
  /** Of this document alone. */
  corrections: Corrections;
};

type ApprovedProps = Pick<DocumentPageProps, "document" | "corrections" | "appointments"> & {
  revision: Revision;
  heading: string;
};

/** An approved text: in force, the last one that was, or waiting for its day. */
function Approved({ document, revision, heading, corrections, appointments }: ApprovedProps) {
  const words = useTranslations("procedures");
  const { issueNo, revisionNo, effectiveOn, approverName, approvedOn, reviewDueOn, body } = revision;
  return (
    <section className="stack">
      <h2>{heading}</h2>
      <p className="soft">
        {words("number", { issue: issueNo, revision: revisionNo })}
        {effectiveOn && `. ${words("effective", { date: formatDate(effectiveOn) })}`}
        {approvedOn &&
          `. ${words("approvedBy", { name: approverName ?? "–", date: formatDate(approvedOn) })}`}
        {reviewDueOn && `. ${words("reviewDue", { date: formatDate(reviewDueOn) })}`}
      </p>
      <SignedOutside
        {...{ appointments, of: "document", personId: revision.approverId, name: approverName }}
        on={approvedOn}
      />
      <RecordedFrom name={revision.recordedName} attachmentId={revision.attachmentId} />
      <div className="prose paper">{body}</div>
      <CancelEntry
        code={document.agencyCode}
        of="document_approval"
        id={revision.id}
        name={words("number", { issue: issueNo, revision: revisionNo })}
        corrections={corrections}
      />
    </section>
  );
}

type DraftProps = Pick<DocumentPageProps, "document" | "corrections" | "vacancy"> & { draft: Revision };

function Draft({ document, draft, vacancy, corrections }: DraftProps) {
  const words = useTranslations("procedures");
  const { submission, agencyCode, code } = document;
  return (
    <section className="stack">
      <h2>{words("draft")}</h2>
      {submission && (
        <SubmissionNote {...{ submission, vacancy }}>
          <CancelEntry
            code={agencyCode}
            of="document_submission"
            id={submission.id}
            name={code}
            corrections={corrections}
          />
        </SubmissionNote>
      )}
      <p className="soft">{words("number", { issue: draft.issueNo, revision: draft.revisionNo })}</p>
      <div className="prose paper">{draft.body}</div>
      <CancelEntry
        code={agencyCode}
        of="document_draft"
        id={draft.id}
        name={code}
        corrections={corrections}
      />
    </section>
  );
}

/** That a document was taken out of use: from when on, by whom, why, and the way back where that was wrong. */
function Withdrawn({ document, corrections }: Pick<DocumentPageProps, "document" | "corrections">) {
  const words = useTranslations("procedures");
  const submissions = useTranslations("submissions");
  if (!document.withdrawal) return null;
  const { id, withdrawnOn, reason, by, attachmentId } = document.withdrawal;
  return (
    <div className="notice watch">
      <p>{words("withdrawn", { date: formatDate(withdrawnOn), name: by, reason })}</p>
      <p>
        {attachmentId && <a href={`/files/${attachmentId}`}>{submissions("scan")}</a>}{" "}
        <CancelEntry
          code={document.agencyCode}
          of="document_withdrawal"
          name={document.code}
          {...{ id, corrections }}
        />
      </p>
    </div>
  );
}

/** A document: what is in force, what will be, what is being written, and how it came to be. */
export function DocumentPage(props: DocumentPageProps) {
  const { document, today, may, vacancy, appointments, corrections, bases, carried, updates } = props;
  const words = useTranslations("procedures");
  const common = useTranslations("common");
  const current = document.revisions.find((revision) => isCurrent(revision, today));
  const pending = document.revisions.find((revision) => isPending(revision, today));
  const draft = document.revisions.find((revision) => revision.approvedOn === null);
  const title = namingRevision(document.revisions, today)?.title ?? "";
  const inForce = document.withdrawal
    ? words("last", { date: formatDate(document.withdrawal.withdrawnOn) })
    : words("current");
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/agencies/${document.agencyCode}/documents`}>{words("title")}</a>
        </p>
        <h1>{`${document.code} ${title}`}</h1>
        <p className="row">
          <Tag tone={documentTone[document.state]}>{words(`state.${document.state}`)}</Tag>
          {pending?.effectiveOn && (
            <Tag tone="waiting">{words("pendingFrom", { date: formatDate(pending.effectiveOn) })}</Tag>
          )}{" "}
          <a href={`/history/document/${document.id}`}>{common("history")}</a>
        </p>
        {document.requirements.length > 0 && (
          <p className="soft">{`${words("answers")}: ${document.requirements.join("; ")}`}</p>
        )}
        <Withdrawn {...{ document, corrections }} />
        <DocumentActs {...{ document, draft, current, may }} />
      </div>
      {pending && (
        <Approved
          revision={pending}
          heading={words("pending")}
          {...{ document, corrections, appointments }}
        />
      )}
      {current ? (
        <Approved revision={current} heading={inForce} {...{ document, corrections, appointments }} />
      ) : (
        <p className="notice watch">{words("noCurrent")}</p>
      )}
      {draft && <Draft {...{ document, draft, vacancy, corrections }} />}
      {document.revisions.length > 0 && (
        <BasesSection
          {...{ document, bases, updates, corrections }}
          may={{ record: may.draft && !document.withdrawal, judge: may.judge && !document.withdrawal }}
        />
      )}
      {document.revisions.length > 0 && (
        <CarriedSection
          documentId={document.id}
          carried={carried}
          mayRecord={may.draft && !document.withdrawal}
        />
      )}
      <KeptReviews {...{ document, corrections, appointments }} />
      <ChangeLog document={document} />
      <CancelledEntries cancelled={corrections.cancelled} />
    </div>
  );
}
