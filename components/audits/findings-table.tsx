import { useTranslations } from "next-intl";

import type { VisitFinding } from "@/lib/audits/types";
import { formatDate } from "@/lib/kernel/format";

export function FindingsTable({ findings }: { findings: readonly VisitFinding[] }) {
  const words = useTranslations("audits");
  const names = useTranslations("findings");
  return (
    <table className="cards">
      <caption>{words("findingsCaption")}</caption>
      <thead>
        <tr>
          {(["description", "requirement", "severity", "due"] as const).map((key) => (
            <th key={key} scope="col">
              {words(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={finding.id}>
            <th scope="row">
              <a href={`/findings/${finding.id}`}>{finding.evidence}</a>{" "}
              <span className="soft">({[finding.reference, finding.scope].filter(Boolean).join("; ")})</span>
              {finding.statement && (
                <span className="soft">
                  {" "}
                  {words("minutesOpinion")}: {finding.statement}
                </span>
              )}
            </th>
            <td data-label={words("requirement")}>{finding.requirement}</td>
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
      </tbody>
    </table>
  );
}
