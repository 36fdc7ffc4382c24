import { useTranslations } from "next-intl";

import { Declarations } from "@/components/agencies/declarations";
import { Facts } from "@/components/agencies/facts";
import { Lead } from "@/components/agencies/lead";
import { nextActOf } from "@/components/agencies/next-act";
import { Records, type AgencyRecords } from "@/components/agencies/records";
import { StatusSection } from "@/components/agencies/status-section";
import { MovedTag } from "@/components/appointments/moved-tag";
import { StaffingNotices } from "@/components/appointments/staffing-notices";
import { CancelEntry } from "@/components/corrections/cancel-entry";
import { CancelledEntries } from "@/components/corrections/cancelled-entries";
import { AddScan } from "@/components/scans/add-scan";
import { AsOfForm } from "@/components/ui/as-of-form";
import { LongPart } from "@/components/ui/fold";
import { owesDeclaration } from "@/lib/adoption/rules";
import { Tag } from "@/components/ui/tag";
import type { AdoptionRecord, MilestoneKind } from "@/lib/adoption/types";
import type { AgencyFact, AgencyIdentity } from "@/lib/agencies/types";
import type { Staffing } from "@/lib/appointments/staffing/types";
import type { Holder, Vacancy } from "@/lib/appointments/types";
import type { Corrections } from "@/lib/corrections/types";
import type { AskedDay } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

export type AgencyPageProps = {
  agency: AgencyIdentity;
  adoption: AdoptionRecord;
  holders: readonly Holder[];
  /** Since when nobody heads the agency; null where somebody does, or nobody ever did. */
  vacancy: Vacancy | null;
  /** Who works for the agency, as of today; null on another day. */
  staffing: Staffing | null;
  facts: readonly AgencyFact[];
  records: AgencyRecords;
  asked: AskedDay;
  /** Does it show today? On no other day is anything to be done. */
  current: boolean;
  mayRecord: boolean;
  /** Milestones that this reader may record now. */
  recordable: readonly MilestoneKind[];
  mayLapse: boolean;
  corrections: Corrections;
};

type TimelineProps = Pick<AgencyPageProps, "agency" | "adoption" | "corrections"> & { addAt: string | null };

function Timeline({ agency, adoption, corrections, addAt }: TimelineProps) {
  const words = useTranslations("agencies");
  const names = useTranslations("adoption");
  /** A declaration by what it was: one made again to extend the scope is called so here as there. */
  const nameOf = ({
    kind,
    occurredOn,
  }: Pick<(typeof adoption.milestones)[number], "kind" | "occurredOn">) => {
    const declared = adoption.declarations.find(({ declaredOn }) => declaredOn === occurredOn)?.kind;
    const name = names(`milestone.${kind}`);
    return kind === "redeclared" && declared && declared !== "redeclaration"
      ? `${name} (${names(`declarationKind.${declared}`).toLowerCase()})`
      : name;
  };
  return (
    <LongPart title={words("timeline")}>
      {adoption.milestones.length === 0 && <p className="soft">{words("noMilestones")}</p>}
      <ol className="timeline plain">
        {adoption.milestones.map(({ id, kind, occurredOn, evidence, scanId, counts }) => (
          <li key={id}>
            <strong>{nameOf({ kind, occurredOn })}</strong>{" "}
            <span className="soft">{formatDate(occurredOn)}</span>{" "}
            {!counts && <Tag tone="watch">{words("notCounted")}</Tag>}
            {!counts && <div className="small soft">{words("notCountedWhy")}</div>}
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
    </LongPart>
  );
}

function People({ agency, holders, staffing }: Pick<AgencyPageProps, "agency" | "holders" | "staffing">) {
  const words = useTranslations("agencies");
  const appointments = useTranslations("appointments");
  return (
    <LongPart title={words("people")}>
      <ul className="plain stack">
        {holders.map((holder) => (
          <li key={`${holder.personId} ${holder.post}`}>
            <strong>{holder.name}</strong>{" "}
            <MovedTag moved={staffing?.moved ?? []} personId={holder.personId} />
            <div className="soft small">
              {holder.title}
              {holder.concurrent && ` (${words("concurrent")})`},{" "}
              {words("personSince", { date: formatDate(holder.since) })}
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/agencies/${agency.code}/people`}>{appointments("allPeople")}</a>
      </p>
    </LongPart>
  );
}

type ActsProps = Pick<
  AgencyPageProps,
  "agency" | "adoption" | "records" | "current" | "recordable" | "mayRecord" | "mayLapse"
>;

/** What this reader may record for the agency: first the one thing that comes next. */
function Acts({ agency, adoption, records, current, recordable, mayRecord, mayLapse }: ActsProps) {
  const words = useTranslations("adoption");
  const agencies = useTranslations("agencies.nextAct");
  const topics = useTranslations("findings.topic");
  // A page of a day gone by is there to be read.
  if (!current) return null;
  const next = mayRecord ? nextActOf(agency.code, { ...adoption, ...records }) : null;
  const at = `/agencies/${agency.code}`;
  const milestones = `${at}/milestones/new`;
  const acts = [
    (recordable.length > 0 || next?.href === milestones) && {
      href: milestones,
      label: words("recordMilestone"),
    },
    mayRecord && { href: `${at}/declarations/new`, label: words("recordDeclaration") },
    mayRecord &&
      adoption.standing &&
      owesDeclaration(adoption.standing.bucket) && { href: `${at}/delays/new`, label: words("stateDelay") },
  ].filter((act) => typeof act === "object" && act !== null);
  const lapses = mayLapse && adoption.standing?.bucket === "declared";
  if (acts.length === 0 && !lapses) return null;
  const topic = next?.key === "answer" ? topics(next.topic) : "";
  const label =
    next?.key === "step"
      ? acts.find(({ href }) => href === next.href)?.label
      : next && agencies(next.key, { topic });
  return (
    <p className="row no-print">
      {next && (
        <a className="button" href={next.href}>
          {label}
        </a>
      )}
      {acts
        .filter(({ href }) => href !== next?.href)
        .map(({ href, label }) => (
          <a key={href} className="button second" href={href}>
            {label}
          </a>
        ))}{" "}
      {lapses && <a href={`${at}/lapse`}>{words("recordLapse")}</a>}
    </p>
  );
}

export function AgencyPage(props: AgencyPageProps) {
  const { agency, adoption, vacancy, asked, corrections } = props;
  const appointments = useTranslations("appointments");
  const { on } = asked;
  const addAt = props.mayRecord ? agency.code : null;
  return (
    <>
      <AsOfForm asked={asked} action={`/agencies/${agency.code}`} />
      <div className="stack">
        <h1>{agency.name}</h1>
        <Lead {...props} on={on} />
        {vacancy && (
          <p className="notice watch">{appointments("vacant", { date: formatDate(vacancy.from) })}</p>
        )}
        <StaffingNotices staffing={props.staffing} />
        <Acts {...props} />
      </div>
      <StatusSection adoption={adoption} />
      <Records agency={agency} records={props.records} on={on} />
      <div className="columns">
        <Declarations code={agency.code} declarations={adoption.declarations} {...{ addAt, corrections }} />
        <div className="stack-wide">
          <Timeline {...props} addAt={addAt} />
          <People {...props} />
        </div>
      </div>
      <CancelledEntries cancelled={corrections.cancelled} />
      <Facts facts={props.facts} />
    </>
  );
}
