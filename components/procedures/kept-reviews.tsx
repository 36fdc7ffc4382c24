import { useTranslations } from "next-intl";

import { CancelEntry } from "@/components/corrections/cancel-entry";
import { heldOffice } from "@/lib/appointments/signatures/rules";
import type { Appointment } from "@/lib/appointments/types";
import type { Corrections } from "@/lib/corrections/types";
import { formatDate } from "@/lib/kernel/format";
import type { DocumentRecord } from "@/lib/procedures/types";

/** The reviews after which a document stayed as it was. */
export function KeptReviews({
  document,
  corrections,
  appointments,
}: {
  document: DocumentRecord;
  corrections: Corrections;
  appointments: readonly Appointment[];
}) {
  const words = useTranslations("procedures");
  const submissions = useTranslations("submissions");
  const signed = useTranslations("appointments.signed");
  if (document.reviews.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("reviews")}</h2>
      <ul className="plain stack">
        {document.reviews.map(({ id, reviewedOn, nextDueOn, conclusion, by, attachmentId }) => (
          <li key={id}>
            {words("kept", { date: formatDate(reviewedOn), next: formatDate(nextDueOn) })} {conclusion}
            {/* Without a paper the account that recorded it is the head's, which signed it. */}
            {attachmentId === null &&
              !heldOffice(appointments, { named: by, on: reviewedOn, of: "document" }) && (
                <p className="notice watch">
                  {signed("outsideReview", { name: by, date: formatDate(reviewedOn) })}
                </p>
              )}
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
