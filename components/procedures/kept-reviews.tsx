import { useTranslations } from "next-intl";

import { CancelEntry } from "@/components/corrections/cancel-entry";
import type { Corrections } from "@/lib/corrections/types";
import { formatDate } from "@/lib/kernel/format";
import type { DocumentRecord } from "@/lib/procedures/types";

/** The reviews after which a document stayed as it was. */
export function KeptReviews({
  document,
  corrections,
}: {
  document: DocumentRecord;
  corrections: Corrections;
}) {
  const words = useTranslations("procedures");
  const submissions = useTranslations("submissions");
  if (document.reviews.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("reviews")}</h2>
      <ul className="plain stack">
        {document.reviews.map(({ id, reviewedOn, nextDueOn, conclusion, by, attachmentId }) => (
          <li key={id}>
            {words("kept", { date: formatDate(reviewedOn), next: formatDate(nextDueOn) })} {conclusion}
            <div className="small soft">
              {words("reviewRecordedBy", { name: by })}{" "}
              {attachmentId && <a href={`/files/${attachmentId}`}>{submissions("scan")}</a>}{" "}
              <CancelEntry
                code={document.agencyCode}
                of="document_review"
                id={id}
                name={formatDate(reviewedOn)}
                corrections={corrections}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
