import { useTranslations } from "next-intl";

import { SignedOutside } from "@/components/appointments/signed-outside";
import { CancelEntry } from "@/components/corrections/cancel-entry";
import { CancelledEntries } from "@/components/corrections/cancelled-entries";
import { Objectives } from "@/components/policies/objectives";
import { AddScan } from "@/components/scans/add-scan";
import { RecordedFrom } from "@/components/submissions/recorded-from";
import { SubmissionNote, type HeadVacancy } from "@/components/submissions/submission-note";
import { Tag } from "@/components/ui/tag";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { Appointment } from "@/lib/appointments/types";
import type { Corrections } from "@/lib/corrections/types";
import { formatDate } from "@/lib/kernel/format";
import type { Policy, PolicyRecord } from "@/lib/policies/types";
import { stageOf } from "@/lib/submissions/rules";
import { submissionAddress } from "@/lib/submissions/types";

/** What somebody may do with the policy of an agency. */
type PolicyRights = Record<"submit" | "sign" | "record", boolean>;

export type PolicyPageProps = {
  agency: AgencyIdentity;
  record: PolicyRecord;
  year: number;
  mayWrite: boolean;
  may: PolicyRights;
  vacancy: HeadVacancy;
  appointments: readonly Appointment[];
  corrections: Corrections;
};

type CurrentProps = Pick<PolicyPageProps, "agency" | "mayWrite" | "corrections" | "appointments"> & {
  policy: Policy;
};

function Postings({ agency, policy, mayWrite, corrections }: CurrentProps) {
  const words = useTranslations("policies");
  const writesAt = mayWrite ? agency.code : null;
  return (
    <section className="stack">
      <h3>{words("postings")}</h3>
      {policy.postings.length === 0 && <p className="soft">{words("noPostings")}</p>}
      <ul className="plain stack">
        {policy.postings.map(({ id, place, postedOn, removedOn, attachmentId }) => (
          <li key={id}>
            {words("posted", { place, date: formatDate(postedOn) })}
            {removedOn && `, ${words("removed", { date: formatDate(removedOn) })}`}{" "}
            {writesAt && !removedOn && (
              <a className="small no-print" href={`/agencies/${writesAt}/policy/remove?posting=${id}`}>
                {words("remove")} <span className="visually-hidden">{place}</span>
              </a>
            )}{" "}
            {writesAt && !attachmentId && <AddScan code={writesAt} of="posting" id={id} name={place} />}{" "}
            <CancelEntry code={agency.code} of="posting" name={place} {...{ id, corrections }} />
            {attachmentId && (
              <div>
                <a href={`/files/${attachmentId}`}>
                  <img
                    className="thumbnail"
                    src={`/files/${attachmentId}`}
                    alt={words("viewPhoto", { place })}
                    loading="lazy"
                  />
                </a>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Current(props: CurrentProps) {
  const { policy, appointments } = props;
  const words = useTranslations("policies");
  return (
    <>
      <p className="soft">
        {policy.signedOn &&
          words("signed", { name: policy.signerName ?? "–", date: formatDate(policy.signedOn) })}
      </p>
      <SignedOutside
        {...{ appointments, of: "policy", personId: policy.signerId, name: policy.signerName }}
        on={policy.signedOn}
      />
      <RecordedFrom name={policy.recordedName} attachmentId={policy.attachmentId} />
      <div className="prose paper">{policy.body}</div>
      <CancelEntry
        code={props.agency.code}
        of="policy_signature"
        id={policy.id}
        name={policy.signerName ?? ""}
        corrections={props.corrections}
      />
      <Postings {...props} />
    </>
  );
}

type Link = { name: string; href: string; beside?: true };
type ActsProps = { agency: AgencyIdentity; record: PolicyRecord; may: PolicyRights };

/** What comes next first, as the one button that stands out; what is done beside it never is. */
function Acts({ agency, record: { current, draft, submission, gaps }, may }: ActsProps) {
  const words = useTranslations("policies");
  const at = `/agencies/${agency.code}/policy`;
  const stage = stageOf(submission);
  const toSubmit = draft && { agencyCode: agency.code, of: "policy" as const, id: draft.id };
  const post = current && { name: words("post"), href: `${at}/post` };
  const edit = stage !== "waiting" && {
    name: draft ? words("continue") : words("write"),
    href: `${at}/edit`,
  };
  const links: (Link | false | null)[] = [
    !draft && gaps.includes("not-posted") && post,
    draft && may.sign && { name: words("sign"), href: `${at}/sign` },
    draft && stage === "returned" && edit,
    toSubmit &&
      may.submit &&
      stage !== "waiting" && { name: words("submit"), href: submissionAddress("submit", toSubmit) },
    stage !== "returned" && edit,
    draft && may.record && { name: words("record"), href: `${at}/record`, beside: true },
    (draft ?? !gaps.includes("not-posted")) && post,
  ];
  return (
    <p className="row no-print">
      {links
        .filter((link) => link !== false && link !== null)
        .map(({ name, href, beside }, index) => (
          <a key={href} className={index === 0 && !beside ? "button" : "button second"} href={href}>
            {name}
          </a>
        ))}
    </p>
  );
}

/** The policy in force, what is wanting about it, and the objectives of the years. */
export function PolicyPage(props: PolicyPageProps) {
  const { agency, record, year, mayWrite, may, vacancy, appointments, corrections } = props;
  const words = useTranslations("policies");
  const common = useTranslations("common");
  const { current, draft, earlier, gaps } = record;
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/agencies/${agency.code}`}>{agency.name}</a>
        </p>
        <h1>{words("title")}</h1>
        <p className="row">
          {gaps.length === 0 && <Tag tone="good">{words("complete")}</Tag>}
          {gaps.map((gap) => (
            <Tag key={gap} tone="bad">
              {words(`gap.${gap}`)}
            </Tag>
          ))}{" "}
          {current && <a href={`/history/policy/${current.id}`}>{common("history")}</a>}
        </p>
        {mayWrite && <Acts {...{ agency, record, may }} />}
      </div>
      <section className="stack">
        <h2>{words("current")}</h2>
        {current ? (
          <Current policy={current} {...{ agency, mayWrite, corrections, appointments }} />
        ) : (
          <p className="notice watch">{words("noneSigned")}</p>
        )}
      </section>
      {draft && (
        <section className="stack">
          <h2>{words("draft")}</h2>
          {record.submission && (
            <SubmissionNote submission={record.submission} vacancy={vacancy}>
              <CancelEntry
                code={agency.code}
                of="policy_submission"
                id={record.submission.id}
                name={words("title")}
                corrections={corrections}
              />
            </SubmissionNote>
          )}
          <div className="prose paper">{draft.body}</div>
          <CancelEntry code={agency.code} of="policy_draft" id={draft.id} name="" corrections={corrections} />
        </section>
      )}
      <Objectives objectives={record.objectives} {...{ agency, year, mayWrite, corrections }} />
      {earlier.length > 0 && (
        <section className="stack">
          <h2>{words("earlier")}</h2>
          {earlier.map((policy) => (
            <details key={policy.id}>
              <summary>
                {policy.signedOn &&
                  words("signed", { name: policy.signerName ?? "–", date: formatDate(policy.signedOn) })}
                {policy.replacedOn && `, ${words("until", { date: formatDate(policy.replacedOn) })}`}
              </summary>
              <RecordedFrom name={policy.recordedName} attachmentId={policy.attachmentId} />
              <div className="prose paper">{policy.body}</div>
            </details>
          ))}
        </section>
      )}
      <CancelledEntries cancelled={corrections.cancelled} />
    </div>
  );
}
