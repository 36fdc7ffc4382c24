import { useTranslations } from "next-intl";

import type { DeclarationRecord } from "@/lib/adoption/types";
import { countCoverage } from "@/lib/coverage/rules";
import type { Coverage } from "@/lib/coverage/types";
import { formatDate } from "@/lib/kernel/format";

export type DeclaredCount = Pick<DeclarationRecord, "declaredOn" | "procedures">;

/** Where the declaration counted other procedures than are recorded: both numbers side by side, and what to do. */
export function DeclaredOtherwise({
  coverage,
  declared,
}: {
  coverage: Coverage;
  declared: DeclaredCount | null;
}) {
  const words = useTranslations("catalogue");
  const { total } = countCoverage(coverage).published;
  if (!declared || total === 0 || declared.procedures[1] === total) return null;
  return (
    <p className="small">
      {words("declaredOtherwise", {
        date: formatDate(declared.declaredOn),
        declared: declared.procedures[1],
        recorded: total,
      })}
    </p>
  );
}
