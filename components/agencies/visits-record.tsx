import { useLocale, useTranslations } from "next-intl";

import { useClaimedDay } from "@/components/audits/claimed-day";
import { Tag } from "@/components/ui/tag";
import { stateTone } from "@/lib/visits/labels";
import { dayOf } from "@/lib/checklists/rules";
import type { VisitLine } from "@/lib/visits/types";
import { formatNumber } from "@/lib/kernel/format";

const shown = 4;

function Visit({ visit }: { visit: VisitLine }) {
  const words = useTranslations("audits");
  const locale = useLocale();
  const claimed = useClaimedDay();
  const { id, mode, followUp, state, scoreHundredths, gradeTitle } = visit;
  const kind = followUp
    ? `${words("followUp")}, ${words(`modes.${mode}`).toLowerCase()}`
    : words(`modes.${mode}`);
  return (
    <li className="row row-close">
      <a href={`/audits/${id}`}>{claimed(dayOf(visit), visit.receivedOn)}</a> <span>{kind}</span>
      {scoreHundredths === null ? (
        <Tag tone={stateTone[state]}>{words(`states.${state}`)}</Tag>
      ) : (
        <strong>
          {words("score", { score: formatNumber(scoreHundredths / 100, locale, 2) })}, {gradeTitle}
        </strong>
      )}
    </li>
  );
}

/** The visits of an agency, the newest first: when, how, with what result. */
export function VisitsRecord({ visits }: { visits: readonly VisitLine[] }) {
  const words = useTranslations("agencies");
  if (visits.length === 0) return <p className="soft">{words("noVisits")}</p>;
  const newest = visits.toReversed().slice(0, shown);
  return (
    <>
      <ul className="plain stack-close">
        {newest.map((visit) => (
          <Visit key={visit.id} visit={visit} />
        ))}
      </ul>
      {visits.length > shown && (
        <p className="soft small">{words("olderVisits", { n: visits.length - shown })}</p>
      )}
    </>
  );
}
