import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import type { VisitRecord } from "@/lib/visits/types";
import { formatDate } from "@/lib/kernel/format";
import { recheckTone } from "@/lib/findings/rechecks/labels";

/** What a visit has seen of each earlier finding, and which it has not looked at yet. */
export function Rechecks({ visit }: { visit: VisitRecord }) {
  const words = useTranslations("audits");
  const names = useTranslations("findings");
  return (
    <ul className="plain">
      {visit.openBefore.map(({ id, questionCode, evidence, raisedOn }) => {
        const recheck = visit.rechecks[id];
        return (
          <li className="answer-line" key={id}>
            <span>
              {questionCode} <a href={`/findings/${id}`}>{evidence}</a>{" "}
              <span className="soft small">({words("recheckRaised", { date: formatDate(raisedOn) })})</span>{" "}
              {recheck?.note && <span className="soft small"> {recheck.note}</span>}
            </span>
            {recheck ? (
              <Tag tone={recheckTone[recheck.outcome]}>{names(`recheck.${recheck.outcome}`)}</Tag>
            ) : (
              <Tag tone="over">{words("recheckNone")}</Tag>
            )}
          </li>
        );
      })}
    </ul>
  );
}
