import { useLocale, useTranslations } from "next-intl";

import { PartsBar } from "@/components/dashboard/parts-bar";
import { LongPart } from "@/components/ui/fold";
import { Table } from "@/components/ui/table";
import type { Headline } from "@/lib/compliance/types";
import { formatDate, formatShare } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** The rate of each kind of agency, bar and numbers side by side. */
export function Kinds({ headline, on }: { headline: Headline; on: PlainDate }) {
  const words = useTranslations("dashboard");
  const agencies = useTranslations("agencies");
  const locale = useLocale();
  return (
    <LongPart title={words("kindsTitle")}>
      <Table
        caption={words("kindsCaption")}
        columns={[words("kind"), { bars: words("kindsTitle") }, { number: words("yearsDeclared") }]}
      >
        {headline.byKind.map((kind) => (
          <tr key={kind.kind}>
            <th scope="row">{agencies(`kind.${kind.kind}`)}</th>
            <td>
              <PartsBar
                parts={kind}
                label={words("partsLabel", {
                  declared: kind.declared,
                  inProgress: kind.in_progress,
                  notStarted: kind.not_started,
                  lapsed: kind.lapsed,
                })}
              />
            </td>
            <td className="number">
              <a href={`/agencies?on=${formatDate(on)}&kind=${kind.kind}&bucket=declared`}>
                {formatShare(kind.declared, kind.total, locale)}
              </a>
            </td>
          </tr>
        ))}
      </Table>
    </LongPart>
  );
}
