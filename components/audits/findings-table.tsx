import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { VisitFinding } from "@/lib/visits/types";
import { formatDate } from "@/lib/kernel/format";
import { requirementText } from "@/lib/legal/rules";

export type FindingsTableProps = {
  findings: readonly VisitFinding[];
};

/** Findings with what they fall short of as papers cite it, and when they are due. */
export function FindingsTable({ findings }: FindingsTableProps) {
  const words = useTranslations("audits");
  const names = useTranslations("findings");
  return (
    <Table
      className="cards"
      caption={words("findingsCaption")}
      columns={[words("description"), words("requirement"), words("severity"), words("due")]}
    >
      {findings.map((finding) => (
        <tr key={finding.id}>
          <th scope="row">
            {finding.questionCode}.{" "}
            <a className="prose" href={`/findings/${finding.id}`}>
              {finding.evidence}
            </a>{" "}
            <span className="soft">({[finding.reference, finding.scope].filter(Boolean).join("; ")})</span>
            {finding.statement && (
              <span className="soft">
                {" "}
                {words("minutesOpinion")}: {finding.statement}
              </span>
            )}
          </th>
          <td data-label={words("requirement")}>{requirementText(finding)}</td>
          <td data-label={words("severity")}>{names(`severity.${finding.severity}`)}</td>
          <td data-label={words("due")}>
            {finding.closedOn
              ? words("closed", { date: formatDate(finding.closedOn) })
              : finding.correctedOn
                ? names("seenCorrected", { date: formatDate(finding.correctedOn) })
                : finding.dueOn
                  ? words("dueOn", { date: formatDate(finding.dueOn) })
                  : words("noDue")}
          </td>
        </tr>
      ))}
    </Table>
  );
}
