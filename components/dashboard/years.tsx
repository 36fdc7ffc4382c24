import { useLocale, useTranslations } from "next-intl";

import { YearsChart } from "@/components/charts/years-chart";
import type { YearPoint } from "@/lib/dashboard/types";
import { formatDate, formatShare } from "@/lib/kernel/format";

/** Declared agencies at the end of each year: the table, and beside it the same numbers drawn. */
export function Years({ years }: { years: readonly YearPoint[] }) {
  const words = useTranslations("dashboard");
  const locale = useLocale();
  return (
    <section className="stack">
      <h2>{words("yearsTitle")}</h2>
      <div className="columns">
        <table>
          <caption>{words("yearsCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("year")}</th>
              <th scope="col" className="number">
                {words("yearsDeclared")}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ on, declared, total }) => (
              <tr key={on}>
                <th scope="row">
                  <a href={`/dashboard?on=${formatDate(on)}`}>{formatDate(on)}</a>
                </th>
                <td className="number">
                  <a href={`/agencies?on=${formatDate(on)}&bucket=declared`}>
                    {formatShare(declared, total, locale)}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <YearsChart points={years.map(({ year, declared }) => ({ label: String(year), value: declared }))} />
      </div>
    </section>
  );
}
