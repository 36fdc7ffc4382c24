import { useLocale, useTranslations } from "next-intl";

import type { AgencyRecords } from "@/components/agencies/records";
import { Tag } from "@/components/ui/tag";
import { stageTone } from "@/lib/adoption/labels";
import { daysOverdue, declaredSince } from "@/lib/adoption/rules";
import type { AdoptionRecord } from "@/lib/adoption/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { formatDate, formatNumber } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type LeadProps = {
  agency: AgencyIdentity;
  adoption: AdoptionRecord;
  records: AgencyRecords;
  on: PlainDate;
};

function Declared({ adoption }: Pick<LeadProps, "adoption">) {
  const words = useTranslations("agencies.lead");
  const locale = useLocale();
  const current = adoption.declarations.find(({ superseded }) => !superseded);
  if (!current) return null;
  if (!current.founded) return words("unfounded", { number: current.number });
  if (current.endedOn) return words("ended", { number: current.number, date: formatDate(current.endedOn) });
  if (adoption.standing?.bucket !== "declared") return null;
  const share = ([n, total]: readonly [number, number]) =>
    `${formatNumber(n, locale)}/${formatNumber(total, locale)}`;
  const since = declaredSince(adoption);
  const again = since !== null && since < current.declaredOn;
  return words(again ? "declaredAgain" : "declared", {
    since: formatDate(since ?? current.declaredOn),
    designation: current.designation,
    date: formatDate(current.declaredOn),
    units: share(current.units),
    procedures: share(current.procedures),
  });
}

function OpenFindings({ agency, records: { findings } }: Pick<LeadProps, "agency" | "records">) {
  const words = useTranslations("agencies.lead");
  const open = findings.total - findings.closed;
  if (open === 0) return findings.total > 0 && words("noneOpen");
  return words.rich("open", {
    open,
    overdue: findings.overdue,
    days: Math.max(...findings.open.map(({ overdueDays }) => overdueDays)),
    link: (text) => (
      <a className={findings.overdue > 0 ? "ink-bad" : ""} href={`/findings?agency=${agency.code}&open=1`}>
        {text}
      </a>
    ),
  });
}

/** How the agency stands, in one sentence. */
export function Lead({ agency, adoption, records, on }: LeadProps) {
  const names = useTranslations("adoption");
  const words = useTranslations("agencies.lead");
  const policies = useTranslations("policies");
  const { standing } = adoption;
  if (!standing) return null;
  const days = daysOverdue(standing, on);
  const [gap] = records.policy.gaps;
  const begun = standing.bucket === "declared" || standing.bucket === "in_progress";
  return (
    <p className="lead">
      <Tag tone={stageTone[standing.stage]}>{names(`stage.${standing.stage}`)}</Tag>{" "}
      {days !== null && <span className="late">{names("overdueDays", { days })}.</span>}{" "}
      <Declared adoption={adoption} /> <OpenFindings agency={agency} records={records} />{" "}
      {begun && gap && words("policy", { gap: policies(`gap.${gap}`).toLowerCase() })}
    </p>
  );
}
