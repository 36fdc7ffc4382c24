import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { DeclaredCount } from "@/components/coverage/declared-otherwise";
import { CoverageRecord } from "@/components/coverage/coverage-record";
import { DocumentsRecord } from "@/components/agencies/documents-record";
import { FindingsRecord } from "@/components/agencies/findings-record";
import { ObjectivesRecord, PolicyRecordSummary } from "@/components/agencies/policy-record";
import { VisitsRecord } from "@/components/agencies/visits-record";
import { DutyList } from "@/components/reviews/duties";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { Coverage } from "@/lib/coverage/types";
import type { YearlyDuty } from "@/lib/self-reviews/types";
import type { VisitLine } from "@/lib/visits/types";
import type { FindingSummary } from "@/lib/findings/types";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import type { PolicyRecord } from "@/lib/policies/types";
import type { DocumentSet } from "@/lib/procedures/types";

export type AgencyRecords = {
  documents: DocumentSet;
  coverage: Coverage | null;
  /** The declaration that stands; null where none does. */
  declared: DeclaredCount | null;
  policy: PolicyRecord;
  duties: readonly YearlyDuty[];
  visits: readonly VisitLine[];
  findings: FindingSummary;
  /** Since when the agency maintains a declared system, and owes what is done every year; null while it does not. */
  declaredOn: PlainDate | null;
};

function Entry({ name, href, children }: { name: string; href: string; children: ReactNode }) {
  return (
    <>
      <dt>
        <a href={href}>{name}</a>
      </dt>
      <dd className="stack-close">{children}</dd>
    </>
  );
}

/** What the agency has in hand, first what is held against it, each with what is wanting about it and the page where it stands in full. */
export function Records({
  agency,
  records,
  on,
}: {
  agency: AgencyIdentity;
  records: AgencyRecords;
  on: PlainDate;
}) {
  const words = useTranslations("agencies");
  const catalogue = useTranslations("catalogue");
  const { coverage, documents, policy, duties, visits, findings } = records;
  const own = `/agencies/${agency.code}`;
  return (
    <section className="stack">
      <div className="row-between">
        <h2>{words("records")}</h2>
        <a className="small no-print" href={`/history/agency/${agency.id}`}>
          {words("history")}
        </a>
      </div>
      <dl className="summary-list records">
        <Entry name={words("findings")} href={`/findings?agency=${agency.code}`}>
          <FindingsRecord findings={findings} agencyCode={agency.code} on={on} />
        </Entry>
        <Entry name={words("documents")} href={`${own}/documents`}>
          <DocumentsRecord set={documents} />
        </Entry>
        <Entry name={catalogue("coverage")} href={`${own}/procedures`}>
          <CoverageRecord {...{ coverage, declared: records.declared }} />
        </Entry>
        <Entry name={words("policyRecord")} href={`${own}/policy`}>
          <PolicyRecordSummary policy={policy} on={on} />
        </Entry>
        <Entry name={words("objectivesRecord", { year: yearOf(on) })} href={`${own}/policy#objectives`}>
          <ObjectivesRecord policy={policy} on={on} declaredOn={records.declaredOn} />
        </Entry>
        <Entry name={words("reviews")} href={`${own}/reviews`}>
          <DutyList duties={duties} on={on} />
        </Entry>
        <Entry name={words("visits")} href={`/audits?agency=${agency.code}`}>
          <VisitsRecord visits={visits} />
        </Entry>
      </dl>
    </section>
  );
}
