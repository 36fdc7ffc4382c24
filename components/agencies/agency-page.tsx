import { useTranslations } from "next-intl";

import { Declarations } from "@/components/agencies/declarations";
import { Facts } from "@/components/agencies/facts";
import { Records, type AgencyRecords } from "@/components/agencies/records";
import { StatusSection } from "@/components/agencies/status-section";
import { CancelEntry } from "@/components/corrections/cancel-entry";
import { CancelledEntries } from "@/components/corrections/cancelled-entries";
import { AddScan } from "@/components/scans/add-scan";
import { AsOfForm } from "@/components/ui/as-of-form";
import { mayStateDelay } from "@/lib/adoption/delays/rules";
import type { AdoptionRecord } from "@/lib/adoption/types";
import type { AgencyFact, AgencyIdentity } from "@/lib/agencies/types";
import type { Holder } from "@/lib/appointments/types";
import type { Corrections } from "@/lib/corrections/types";
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
  mayLapse: boolean;
  corrections: Corrections;
};

type TimelineProps = Pick<AgencyPageProps, "agency" | "adoption" | "corrections"> & { addAt: string | null };

function Timeline({ agency, adoption, corrections, addAt }: TimelineProps) {
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
              )}{" "}
              <CancelEntry
                code={agency.code}
                of="milestone"
                name={names(`milestone.${kind}`)}
                {...{ id, corrections }}
              />
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

/** What this reader may record for the agency. */
function Acts({
  agency,
  adoption,
  mayRecord,
  mayLapse,
}: Pick<AgencyPageProps, "agency" | "adoption" | "mayRecord" | "mayLapse">) {
  const words = useTranslations("adoption");
  const at = `/agencies/${agency.code}`;
  const acts = [
    mayRecord && { href: `${at}/milestones/new`, label: words("recordMilestone") },
    mayRecord && { href: `${at}/declarations/new`, label: words("recordDeclaration") },
    mayRecord &&
      adoption.standing &&
      mayStateDelay(adoption.standing.bucket) && { href: `${at}/delays/new`, label: words("stateDelay") },
    mayLapse &&
      adoption.standing?.bucket === "declared" && { href: `${at}/lapse`, label: words("recordLapse") },
  ].filter((act) => typeof act === "object" && act !== null);
  if (acts.length === 0) return null;
  return (
    <p className="row no-print">
      {acts.map(({ href, label }) => (
        <a key={href} className="button second" href={href}>
          {label}
        </a>
      ))}
    </p>
  );
}

export function AgencyPage(props: AgencyPageProps) {
  const { agency, adoption, holders, facts, records, asked, mayRecord, mayLapse, corrections } = props;
  const { on } = asked;
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
      <Acts {...{ agency, adoption, mayRecord, mayLapse }} />
      <Records agency={agency} records={records} on={on} />
      <div className="columns">
        <Declarations code={agency.code} declarations={adoption.declarations} {...{ addAt, corrections }} />
        <div className="stack-wide">
          <Timeline {...{ agency, adoption, corrections, addAt }} />
          <People holders={holders} />
        </div>
      </div>
      <CancelledEntries cancelled={corrections.cancelled} />
      <Facts facts={facts} />
    </>
  );
}
