import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { LongPart } from "@/components/ui/fold";
import { Tag } from "@/components/ui/tag";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { PolicyRecord } from "@/lib/policies/types";
import { documentTone } from "@/lib/procedures/labels";
import { summaryOf } from "@/lib/procedures/rules";
import type { DocumentSet, RequiredItem } from "@/lib/procedures/types";

export type RequiredListProps = {
  agency: AgencyIdentity;
  set: DocumentSet;
  policy: PolicyRecord;
  year: number;
  /** May its reader begin a document that is missing? */
  mayDraft: boolean;
};

const Line = ({ href, name, children }: { href: string; name: string; children: ReactNode }) => (
  <li className="required-line">
    <a href={href}>{name}</a>
    {children}
  </li>
);

function hrefOf({ id, documents, heldOn }: RequiredItem, agencyCode: string, mayDraft: boolean): string {
  const [first] = documents;
  if (first && documents.length === 1) return `/documents/${first.id}`;
  if (heldOn && documents.length === 0) return `/agencies/${agencyCode}/reviews`;
  const own = `/agencies/${agencyCode}/documents`;
  return documents.length > 0 || !mayDraft ? own : `${own}/new?for=${encodeURIComponent(id)}`;
}

/** The required documented information beside its state, policy and objectives among it. */
export function RequiredList({ agency, set, policy, year, mayDraft }: RequiredListProps) {
  const words = useTranslations("reminders");
  const procedures = useTranslations("procedures");
  const policies = useTranslations("policies");
  const [gap] = policy.gaps;
  const planned = policy.objectives.some((objective) => objective.year === year);
  const { done, total } = summaryOf(set.items);
  return (
    <LongPart title={words("required")}>
      <p className="soft small">{words("requiredCount", { designation: set.designation, done, total })}</p>
      <ul className="plain">
        {set.items.map((item) => (
          <Line
            key={item.id}
            href={hrefOf(item, agency.code, mayDraft)}
            name={`${item.title} (${item.clause})`}
          >
            {item.documents.some(({ outside }) => outside) ? (
              <Tag tone="bad">{procedures("outsideMark")}</Tag>
            ) : (
              <Tag tone={documentTone[item.state]}>{procedures(`state.${item.state}`)}</Tag>
            )}
          </Line>
        ))}
        <Line href={`/agencies/${agency.code}/policy`} name={words("policy")}>
          <Tag tone={gap ? "bad" : "good"}>{gap ? policies(`gap.${gap}`) : policies("complete")}</Tag>
        </Line>
        <Line href={`/agencies/${agency.code}/policy`} name={words("objectives", { year })}>
          <Tag tone={planned ? "good" : "bad"}>{words(planned ? "objectivesSet" : "objectivesMissing")}</Tag>
        </Line>
      </ul>
    </LongPart>
  );
}
