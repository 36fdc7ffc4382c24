import { useTranslations } from "next-intl";

import { Declarations } from "@/components/agencies/declarations";
import { StatusSection } from "@/components/agencies/status-section";
import { Duties } from "@/components/reviews/duties";
import { AsOfForm } from "@/components/ui/as-of-form";
import type { AdoptionRecord } from "@/lib/adoption/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { Holder } from "@/lib/appointments/types";
import type { YearlyDuty } from "@/lib/audits/reviews/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type AgencyPageProps = {
  agency: AgencyIdentity;
  adoption: AdoptionRecord;
  holders: readonly Holder[];
  duties: readonly YearlyDuty[];
  on: PlainDate;
  mayRecord: boolean;
};

function Timeline({ adoption }: { adoption: AdoptionRecord }) {
  const words = useTranslations("agencies");
  const names = useTranslations("adoption");
  return (
    <section className="stack">
      <h2>{words("timeline")}</h2>
      {adoption.milestones.length === 0 && <p className="soft">{words("noMilestones")}</p>}
      <ol className="timeline plain">
        {adoption.milestones.map(({ id, kind, occurredOn, evidence }) => (
          <li key={id}>
            <strong>{names(`milestone.${kind}`)}</strong>{" "}
            <span className="soft">{formatDate(occurredOn)}</span>
            <div className="small">{evidence}</div>
          </li>
        ))}
      </ol>
      {adoption.target && (
        <p>
          {words("nextTarget", {
            milestone: names(`milestone.${adoption.target.kind}`),
            date: formatDate(adoption.target.on),
          })}
        </p>
      )}
    </section>
  );
}

function People({ holders }: { holders: readonly Holder[] }) {
  const words = useTranslations("agencies");
  return (
    <section className="stack">
      <h2>{words("people")}</h2>
      <ul className="plain stack">
        {holders.map((holder) => (
          <li key={`${holder.personId} ${holder.post}`}>
            <strong>{holder.name}</strong>
            <div className="soft small">
              {holder.title}
              {holder.concurrent && ` (${words("concurrent")})`},{" "}
              {words("personSince", { date: formatDate(holder.since) })}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Records({ agency }: { agency: AgencyIdentity }) {
  const words = useTranslations("agencies");
  const places = [
    ["documents", `/agencies/${agency.code}/documents`],
    ["policy", `/agencies/${agency.code}/policy`],
    ["reviews", `/agencies/${agency.code}/reviews`],
    ["visits", `/audits?agency=${agency.code}`],
    ["findings", `/findings?agency=${agency.code}`],
    ["history", `/history/agency/${agency.id}`],
  ] as const;
  return (
    <nav className="stack" aria-label={words("records")}>
      <h2>{words("records")}</h2>
      <ul className="plain stack">
        {places.map(([key, href]) => (
          <li key={key}>
            <a href={href}>{words(key)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function AgencyPage({ agency, adoption, holders, duties, on, mayRecord }: AgencyPageProps) {
  const words = useTranslations("adoption");
  const kinds = useTranslations("agencies");
  return (
    <>
      <AsOfForm on={on} action={`/agencies/${agency.code}`} />
      <p className="soft">{kinds(`kind.${agency.kind}`)}</p>
      <h1>{agency.name}</h1>
      <StatusSection adoption={adoption} on={on} />
      {mayRecord && (
        <p className="row no-print">
          <a className="button second" href={`/agencies/${agency.code}/milestones/new`}>
            {words("recordMilestone")}
          </a>
          <a className="button second" href={`/agencies/${agency.code}/declarations/new`}>
            {words("recordDeclaration")}
          </a>
        </p>
      )}
      <div className="columns">
        <div className="stack-wide">
          <Declarations declarations={adoption.declarations} />
          <Timeline adoption={adoption} />
        </div>
        <div className="stack-wide">
          <Records agency={agency} />
          <Duties duties={duties} on={on} />
          <People holders={holders} />
        </div>
      </div>
    </>
  );
}
