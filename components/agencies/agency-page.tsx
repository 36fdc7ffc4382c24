import { useTranslations } from "next-intl";

import { Declarations } from "@/components/agencies/declarations";
import { Facts } from "@/components/agencies/facts";
import { Records, type AgencyRecords } from "@/components/agencies/records";
import { StatusSection } from "@/components/agencies/status-section";
import { AddScan } from "@/components/scans/add-scan";
import { AsOfForm } from "@/components/ui/as-of-form";
import { mayStateDelay } from "@/lib/adoption/delays/rules";
import type { AdoptionRecord } from "@/lib/adoption/types";
import type { AgencyFact, AgencyIdentity } from "@/lib/agencies/types";
import type { Holder } from "@/lib/appointments/types";
import type { AskedDay } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

export type AgencyPageProps = {
  agency: AgencyIdentity;
  adoption: AdoptionRecord;
  holders: readonly Holder[];
  facts: readonly AgencyFact[];
  records: AgencyRecords;
  asked: AskedDay;
  mayRecord: boolean;
};

function Timeline({ adoption, addAt }: { adoption: AdoptionRecord; addAt: string | null }) {
  const words = useTranslations("agencies");
  const names = useTranslations("adoption");
  return (
    <section className="stack">
      <h2>{words("timeline")}</h2>
      {adoption.milestones.length === 0 && <p className="soft">{words("noMilestones")}</p>}
      <ol className="timeline plain">
        {adoption.milestones.map(({ id, kind, occurredOn, evidence, scanId }) => (
          <li key={id}>
            <strong>{names(`milestone.${kind}`)}</strong>{" "}
            <span className="soft">{formatDate(occurredOn)}</span>
            <div className="small">
              {evidence} {scanId && <a href={`/files/${scanId}`}>{names("seeScan")}</a>}
              {!scanId && addAt && kind !== "declared" && kind !== "redeclared" && (
                <AddScan code={addAt} of="milestone" id={id} name={names(`milestone.${kind}`)} />
              )}
            </div>
          </li>
        ))}
      </ol>
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

export function AgencyPage({ agency, adoption, holders, facts, records, asked, mayRecord }: AgencyPageProps) {
  const { on } = asked;
  const words = useTranslations("adoption");
  const kinds = useTranslations("agencies");
  const addAt = mayRecord ? agency.code : null;
  return (
    <>
      <AsOfForm asked={asked} action={`/agencies/${agency.code}`} />
      <div>
        <p className="soft">{kinds(`kind.${agency.kind}`)}</p>
        <h1>{agency.name}</h1>
      </div>
      <StatusSection adoption={adoption} on={on} />
      {mayRecord && (
        <p className="row no-print">
          <a className="button second" href={`/agencies/${agency.code}/milestones/new`}>
            {words("recordMilestone")}
          </a>
          <a className="button second" href={`/agencies/${agency.code}/declarations/new`}>
            {words("recordDeclaration")}
          </a>
          {adoption.standing && mayStateDelay(adoption.standing.bucket) && (
            <a className="button second" href={`/agencies/${agency.code}/delays/new`}>
              {words("stateDelay")}
            </a>
          )}
        </p>
      )}
      <Records agency={agency} records={records} on={on} />
      <div className="columns">
        <Declarations declarations={adoption.declarations} addAt={addAt} />
        <div className="stack-wide">
          <Timeline adoption={adoption} addAt={addAt} />
          <People holders={holders} />
        </div>
      </div>
      <Facts facts={facts} />
    </>
  );
}
