import { useTranslations } from "next-intl";

import type { Reason } from "@/lib/programme/risk/types";
import { formatDate } from "@/lib/kernel/format";

function useSentence(): (reason: Reason) => string {
  const words = useTranslations("programme.reason");
  return ({ factor, count, on }) => {
    const values = { count: count ?? 0, date: on ? formatDate(on) : "" };
    return factor === "time_since_visit" && on === null
      ? words("time_since_visit_never")
      : words(factor, values);
  };
}

/** Why an agency should be visited: a sentence for each factor, with its points. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const words = useTranslations("programme");
  const sentence = useSentence();
  if (reasons.length === 0) return <span className="soft">{words("quiet")}</span>;
  return (
    <ul className="plain reasons">
      {reasons.map((reason) => (
        <li key={reason.factor}>
          {sentence(reason)}{" "}
          <span className="soft small">{words("pointsOf", { points: reason.points })}</span>
        </li>
      ))}
    </ul>
  );
}
