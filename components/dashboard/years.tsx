import { useLocale, useTranslations } from "next-intl";

import { YearsChart } from "@/components/charts/years-chart";
import { LongPart } from "@/components/ui/fold";
import { Table } from "@/components/ui/table";
import type { Jump } from "@/lib/compliance/types";
import type { YearPoint } from "@/lib/dashboard/types";
import { formatDate, formatShare } from "@/lib/kernel/format";

/** Since when, and by which acts, the rates are of another number of agencies. */
function JumpNote({ jump: { from, to, joinings } }: { jump: Jump }) {
  const words = useTranslations("dashboard");
  const said = joinings.map(({ on, agencies, acts }) =>
    words(agencies > 0 ? "joining" : "leaving", {
      agencies: Math.abs(agencies),
      date: formatDate(on),
      acts: acts.join(", "),
    }),
  );
  return <p className="soft small">{words("jump", { from, to, joinings: said.join("; ") })}</p>;
}

/** Declared agencies at the end of each year: the table, and beside it the same numbers drawn. */
export function Years({ years, jumps }: { years: readonly YearPoint[]; jumps: readonly Jump[] }) {
  const words = useTranslations("dashboard");
  const locale = useLocale();
  return (
    <LongPart title={words("yearsTitle")}>
      {jumps.map((jump) => (
        <JumpNote key={`${jump.joinings[0]?.on}`} jump={jump} />
      ))}
      <div className="columns">
        <Table caption={words("yearsCaption")} columns={[words("year"), { number: words("yearsDeclared") }]}>
          {years.map(({ on, declared, total, correctedOn }) => (
            <tr key={on}>
              <th scope="row">
                <a href={`/dashboard?on=${formatDate(on)}`}>{formatDate(on)}</a>
              </th>
              <td className="number">
                <a href={`/agencies?on=${formatDate(on)}&bucket=declared`}>
                  {formatShare(declared, total, locale)}
                </a>
                {correctedOn && (
                  <div className="small soft">{words("corrected", { date: formatDate(correctedOn) })}</div>
                )}
              </td>
            </tr>
          ))}
        </Table>
        <YearsChart points={years.map(({ year, declared }) => ({ label: String(year), value: declared }))} />
      </div>
    </LongPart>
  );
}
