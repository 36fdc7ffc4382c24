import { useLocale, useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { AgencyCoverage } from "@/lib/coverage/types";
import { formatShare } from "@/lib/kernel/format";

/** How far an agency has got, with its name. */
export type CoverageOf = AgencyCoverage & { code: string; name: string };

/** n of N for each agency, the least covered first. */
export function CoverageTable({ coverage }: { coverage: readonly CoverageOf[] }) {
  const words = useTranslations("catalogue");
  const locale = useLocale();
  return (
    <section className="stack">
      <h2>{words("agencies")}</h2>
      {coverage.length === 0 && <p className="soft">{words("agenciesNone")}</p>}
      {coverage.length > 0 && (
        <>
          <p className="soft small">{words("coverageDefinition")}</p>
          <Table
            className="cards"
            columns={[words("agency"), words("covered"), words("missingCount"), words("deadCount")]}
          >
            {coverage.map(({ agencyId, code, name, covered, total, dead }) => (
              <tr key={agencyId}>
                <th scope="row">
                  <a href={`/agencies/${code}/procedures`}>{name}</a>
                </th>
                <td data-label={words("covered")}>{formatShare(covered, total, locale)}</td>
                <td data-label={words("missingCount")}>{total - covered}</td>
                <td data-label={words("deadCount")}>{dead}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}
