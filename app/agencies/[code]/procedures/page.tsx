import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { CoveragePage } from "@/components/coverage/coverage-page";
import { findAdoption } from "@/lib/adoption/progress/queries";
import { isInForce } from "@/lib/adoption/declarations/rules";
import { findCoverage } from "@/lib/coverage/queries";
import { scopeChange } from "@/lib/coverage/rules";
import { dayOf } from "@/lib/gate/query";
import { titledOfDay } from "@/lib/gate/title";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

export const generateMetadata = titledOfDay(
  agencyTitle("coverage.read", async () => (await getTranslations("catalogue"))("coverage")),
);

export default officePage("coverage.read", async (viewer, { params, query }) => {
  const day = await today();
  const asked = dayOf(query, day);
  const agency = await agencyAt(viewer, "coverage.read", params["code"] ?? "", asked.on);
  const coverage = agency && (await findCoverage(viewer, agency.id, asked.on));
  if (!agency || !coverage) return null;
  const { declarations } = await findAdoption(viewer, agency.id, asked.on);
  const declared = declarations.find(isInForce);
  const then = declared && (await findCoverage(viewer, agency.id, declared.declaredOn));
  const change = then ? scopeChange(then, coverage) : null;
  return (
    <CoveragePage
      {...{ agency, coverage, asked }}
      declared={declared ?? null}
      scope={declared && change ? { ...change, declaredOn: declared.declaredOn } : null}
      mayRecord={asked.on === day && mayFor(viewer, "coverage.record", agency.id)}
    />
  );
});
