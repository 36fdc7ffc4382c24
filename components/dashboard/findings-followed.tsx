import { useTranslations } from "next-intl";
import { LongPart } from "@/components/ui/fold";
import { Table } from "@/components/ui/table";
import type { ReactNode } from "react";

import type { BlockerCount, FindingFigures } from "@/lib/dashboard/types";

function Blockers({ blockers }: { blockers: readonly BlockerCount[] }) {
  const words = useTranslations("dashboard");
  if (blockers.length === 0) return null;
  return (
    <Table
      className="no-print"
      caption={words("blockersCaption")}
      columns={[words("blocker"), { number: words("blockedFindings") }, { number: words("blockedLongest") }]}
    >
      {blockers.map(({ body, findings, longestDays }) => (
        <tr key={body}>
          <th scope="row">{body}</th>
          <td className="number">{findings}</td>
          <td className="number">{words("days", { days: longestDays })}</td>
        </tr>
      ))}
    </Table>
  );
}

/** How many findings are open, whose clock has run out, on whom the others wait, and what is to be verified. */
export function FindingsFollowed({ figures, linked }: { figures: FindingFigures; linked: boolean }) {
  const words = useTranslations("dashboard");
  const { open, late, blocked, answered, corrected, blockers } = figures;
  const to = (query: string) =>
    function listed(text: ReactNode) {
      return linked ? <a href={`/findings?open=1${query}`}>{text}</a> : text;
    };
  return (
    <LongPart title={words("findingsTitle")}>
      <p>
        {words.rich("findingsSentence", {
          ...{ open, late, blocked, answered, corrected },
          toOpen: to(""),
          toLate: to("&clock=late"),
          toBlocked: to("&clock=blocked"),
          toAnswered: to("&clock=answered"),
          toCorrected: to("&clock=corrected"),
        })}
      </p>
      <Blockers blockers={blockers} />
    </LongPart>
  );
}
