import { useTranslations } from "next-intl";

import { CancelEntry } from "@/components/corrections/cancel-entry";
import { CancelledEntries } from "@/components/corrections/cancelled-entries";
import { ChangeLog } from "@/components/procedures/change-log";
import { Tag } from "@/components/ui/tag";
import type { Corrections } from "@/lib/corrections/types";
import { documentTone } from "@/lib/procedures/labels";
import { isCurrent } from "@/lib/procedures/rules";
import type { DocumentRecord, Revision } from "@/lib/procedures/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type DocumentPageProps = {
  document: DocumentRecord;
  today: PlainDate;
  mayDraft: boolean;
  /** Of this document alone. */
  corrections: Corrections;
};

function Current({ revision, withdrawnOn }: { revision: Revision; withdrawnOn: PlainDate | null }) {
  const words = useTranslations("procedures");
  const { issueNo, revisionNo, effectiveOn, approverName, approvedOn, reviewDueOn, body } = revision;
  return (
    <section className="stack">
      <h2>{withdrawnOn ? words("last", { date: formatDate(withdrawnOn) }) : words("current")}</h2>
      <p className="soft">
        {words("number", { issue: issueNo, revision: revisionNo })}
        {effectiveOn && `. ${words("effective", { date: formatDate(effectiveOn) })}`}
        {approvedOn &&
          `. ${words("approvedBy", { name: approverName ?? "–", date: formatDate(approvedOn) })}`}
        {reviewDueOn && `. ${words("reviewDue", { date: formatDate(reviewDueOn) })}`}
      </p>
      <div className="prose paper">{body}</div>
    </section>
  );
}

function Acts({
  document,
  draft,
  current,
}: {
  document: DocumentRecord;
  draft: Revision | undefined;
  current: Revision | undefined;
}) {
  const words = useTranslations("procedures");
  const at = `/documents/${document.id}`;
  return (
    <p className="row no-print">
      <a className="button" href={`${at}/edit`}>
        {draft ? words("continueDraft") : words("revise")}
      </a>
      {draft && (
        <a className="button second" href={`${at}/approve`}>
          {words("approve")}
        </a>
      )}
      {draft && current && <a href={`${at}/compare?from=${current.id}&to=${draft.id}`}>{words("compare")}</a>}
      <a href={`${at}/withdraw`}>{words("withdraw")}</a>
    </p>
  );
}

/** A document: what is in force, what is being written, and how it came to be. */
export function DocumentPage({ document, today, mayDraft, corrections }: DocumentPageProps) {
  const words = useTranslations("procedures");
  const common = useTranslations("common");
  const current = document.revisions.find((revision) => isCurrent(revision, today));
  const draft = document.revisions.find((revision) => revision.approvedOn === null);
  const title = current?.title ?? draft?.title ?? "";
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/agencies/${document.agencyCode}/documents`}>{words("title")}</a>
        </p>
        <h1>{`${document.code} ${title}`}</h1>
        <p className="row">
          <Tag tone={documentTone[document.state]}>{words(`state.${document.state}`)}</Tag>
          <a href={`/history/document/${document.id}`}>{common("history")}</a>
        </p>
        {document.requirements.length > 0 && (
          <p className="soft">{`${words("answers")}: ${document.requirements.join("; ")}`}</p>
        )}
        {mayDraft && document.state !== "withdrawn" && (
          <Acts document={document} draft={draft} current={current} />
        )}
      </div>
      {current ? (
        <Current revision={current} withdrawnOn={document.withdrawnOn} />
      ) : (
        <p className="notice watch">{words("noCurrent")}</p>
      )}
      {draft && (
        <section className="stack">
          <h2>{words("draft")}</h2>
          <p className="soft">{words("number", { issue: draft.issueNo, revision: draft.revisionNo })}</p>
          <div className="prose paper">{draft.body}</div>
          <CancelEntry
            code={document.agencyCode}
            of="document_draft"
            id={draft.id}
            name={document.code}
            corrections={corrections}
          />
        </section>
      )}
      <ChangeLog document={document} />
      <CancelledEntries cancelled={corrections.cancelled} />
    </div>
  );
}
