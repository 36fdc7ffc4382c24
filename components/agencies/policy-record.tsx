import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/kernel/format";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { isPosted } from "@/lib/policies/rules";
import type { PolicyRecord, Posting } from "@/lib/policies/types";

function Place({ posting }: { posting: Posting }) {
  const words = useTranslations("policies");
  const { place, postedOn, attachmentId } = posting;
  return (
    <div className="posting">
      <p className="small">{words("postedAt", { place, date: formatDate(postedOn) })}</p>
      {attachmentId && (
        <a href={`/files/${attachmentId}`}>
          <img
            className="thumbnail small-thumbnail"
            src={`/files/${attachmentId}`}
            alt={words("viewPhoto", { place })}
            loading="lazy"
          />
        </a>
      )}
    </div>
  );
}

/** Who signed the policy and when, what is wanting about it, and where it hangs on that day. */
export function PolicyRecordSummary({ policy, on }: { policy: PolicyRecord; on: PlainDate }) {
  const words = useTranslations("policies");
  const { current, gaps } = policy;
  const posted = current?.postings.filter((posting) => isPosted(posting, on)) ?? [];
  return (
    <>
      <p className="row row-close">
        {current?.signedOn &&
          words("signed", { name: current.signerName ?? "–", date: formatDate(current.signedOn) })}{" "}
        {gaps.length === 0 && <Tag tone="good">{words("complete")}</Tag>}
        {gaps.map((gap) => (
          <Tag key={gap} tone="bad">
            {words(`gap.${gap}`)}
          </Tag>
        ))}
      </p>
      {posted.map((posting) => (
        <Place key={posting.id} posting={posting} />
      ))}
    </>
  );
}

type ObjectivesProps = { policy: PolicyRecord; on: PlainDate; declaredOn: PlainDate | null };

/** Whether the agency set itself objectives for the year, which it owes while its system is declared, and how many have a result. */
export function ObjectivesRecord({ policy, on, declaredOn }: ObjectivesProps) {
  const words = useTranslations("policies");
  const ofYear = policy.objectives.filter((objective) => objective.year === yearOf(on));
  if (ofYear.length === 0 && declaredOn === null) return <p className="soft">{words("objectivesNotYet")}</p>;
  if (ofYear.length === 0) return <Tag tone="bad">{words("objectivesMissing")}</Tag>;
  const judged = ofYear.filter((objective) => objective.result !== null).length;
  return <p>{words("objectivesSentence", { total: ofYear.length, judged })}</p>;
}
