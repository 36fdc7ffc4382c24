import { useLocale, useTranslations } from "next-intl";

import { DeclaredOtherwise, type DeclaredCount } from "@/components/coverage/declared-otherwise";
import { countCoverage } from "@/lib/coverage/rules";
import type { Coverage } from "@/lib/coverage/types";
import { formatRate } from "@/lib/kernel/format";

/** Of how many procedures how many are carried by a document, and what is wanting. */
export function CoverageRecord({
  coverage,
  declared,
}: {
  coverage: Coverage | null;
  declared: DeclaredCount | null;
}) {
  const words = useTranslations("catalogue");
  const locale = useLocale();
  const count = coverage && countCoverage(coverage).published;
  if (!count || count.total === 0) return <p className="soft">{words("coverageNone")}</p>;
  return (
    <>
      <p>
        {words("coverageSentence", {
          ...count,
          rate: formatRate(count.covered, count.total, locale) ?? "–",
        })}
      </p>
      <DeclaredOtherwise {...{ coverage, declared }} />
      {coverage.dead.length > 0 && (
        <p className="small">
          {words("dead")}: {coverage.dead.length}
        </p>
      )}
    </>
  );
}
