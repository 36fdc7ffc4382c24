import { useTranslations } from "next-intl";

import { FindingState } from "@/components/findings/finding-state";
import type { FindingSummary } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** How many findings are open, overdue and closed; the open ones by name, the longest overdue first. */
export function FindingsRecord({
  findings,
  agencyCode,
  on,
}: {
  findings: FindingSummary;
  agencyCode: string;
  on: PlainDate;
}) {
  const words = useTranslations("agencies");
  const names = useTranslations("findings");
  const { total, closed, overdue, corrected, open } = findings;
  const still = total - closed;
  return (
    <>
      <p>{words("findingsSentence", { total, open: still, overdue, corrected, closed })}</p>
      <ul className="plain stack-close">
        {open.map(({ id, topic, ...standing }) => (
          <li key={id} className="row row-close">
            <a href={`/findings/${id}`}>{names(`topic.${topic}`)}</a>
            <FindingState finding={{ ...standing, closedOn: null }} today={on} />
          </li>
        ))}
      </ul>
      {still > open.length && (
        <p className="small">
          <a href={`/findings?agency=${agencyCode}&open=1`}>{words("allOpen", { n: still })}</a>
        </p>
      )}
    </>
  );
}
