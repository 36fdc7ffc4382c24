import { useTranslations } from "next-intl";

import { CancelEntry } from "@/components/corrections/cancel-entry";
import { CancelledEntries } from "@/components/corrections/cancelled-entries";
import { AddScan } from "@/components/scans/add-scan";
import { Duties } from "@/components/reviews/duties";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { Review, YearlyDuty } from "@/lib/self-reviews/types";
import type { Corrections } from "@/lib/corrections/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type ReviewsPageProps = {
  agency: AgencyIdentity;
  reviews: readonly Review[];
  duties: readonly YearlyDuty[];
  today: PlainDate;
  mayRecord: boolean;
  mayReadHistory: boolean;
  corrections: Corrections;
};

function useDays(): (review: Review) => string {
  const words = useTranslations("reviews");
  return ({ startedOn, endedOn }) =>
    startedOn === endedOn
      ? formatDate(endedOn)
      : words("on", { from: formatDate(startedOn), to: formatDate(endedOn) });
}

type ReviewItemProps = Pick<ReviewsPageProps, "agency" | "mayReadHistory" | "corrections"> & {
  review: Review;
  addAt: string | null;
};

function ReviewItem({ agency, review, addAt, mayReadHistory, corrections }: ReviewItemProps) {
  const words = useTranslations("reviews");
  const days = useDays();
  return (
    <article className="stack">
      <h3>
        {words(`kind.${review.kind}`)}, {days(review)}
      </h3>
      <dl className="summary-list">
        <dt>{words("participants")}</dt>
        <dd className="prose">{review.participants}</dd>
        <dt>{words("scope")}</dt>
        <dd className="prose">{review.scope}</dd>
        <dt>{words("findings")}</dt>
        <dd className="prose">{review.findings}</dd>
        <dt>{words("minutes")}</dt>
        <dd>
          {review.minutesId ? (
            <a href={`/files/${review.minutesId}`}>{words("openMinutes")}</a>
          ) : (
            <>
              {words("noMinutes")}{" "}
              {addAt && <AddScan code={addAt} of="review" id={review.id} name={days(review)} />}
            </>
          )}
        </dd>
      </dl>
      <CancelEntry
        code={agency.code}
        of="review"
        id={review.id}
        name={`${words(`kind.${review.kind}`)}, ${days(review)}`}
        corrections={corrections}
      />
      {mayReadHistory && (
        <p className="small no-print">
          <a href={`/history/review/${review.id}`}>
            {words("history")}
            <span className="visually-hidden">
              : {words(`kind.${review.kind}`)}, {days(review)}
            </span>
          </a>
        </p>
      )}
    </article>
  );
}

/** An agency's own internal audits and management reviews, and what of them this year still asks for. */
export function ReviewsPage(props: ReviewsPageProps) {
  const { agency, reviews, duties, today, mayRecord, mayReadHistory, corrections } = props;
  const words = useTranslations("reviews");
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/agencies/${agency.code}`}>{agency.name}</a>
        </p>
        <h1>{words("sentence", { count: reviews.length })}</h1>
        <p>{words("intro")}</p>
        {mayRecord && (
          <p className="no-print">
            <a className="button" href={`/agencies/${agency.code}/reviews/new`}>
              {words("record")}
            </a>
          </p>
        )}
      </div>
      <Duties duties={duties} on={today} />
      {reviews.length > 0 && (
        <section className="stack">
          <h2>{words("all")}</h2>
          {reviews.map((review) => (
            <ReviewItem
              key={review.id}
              review={review}
              addAt={mayRecord ? agency.code : null}
              {...{ agency, mayReadHistory, corrections }}
            />
          ))}
        </section>
      )}
      <CancelledEntries cancelled={corrections.cancelled} />
    </div>
  );
}
