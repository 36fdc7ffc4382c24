import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { AgencyPage } from "@/components/agencies/agency-page";
import { findAdoption } from "@/lib/adoption/queries";
import { declaredSince } from "@/lib/adoption/rules";
import { findAgency } from "@/lib/agencies/queries";
import { listHolders } from "@/lib/appointments/queries";
import { listReviews } from "@/lib/audits/reviews/queries";
import { yearlyDuties } from "@/lib/audits/reviews/rules";
import { dayOf } from "@/lib/gate/query";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agencies"))("title") };
}

export default officePage("agencies.read", async (viewer, { params, query }) => {
  const { on } = dayOf(query, await today());
  const agency = await findAgency(viewer, "agencies.read", params["code"] ?? "", on);
  if (!agency) return null;
  const [adoption, holders, reviews] = await Promise.all([
    findAdoption(viewer, agency.id, on),
    listHolders(viewer, agency.id, on),
    listReviews(viewer, agency.id, on),
  ]);
  return (
    <AgencyPage
      agency={agency}
      adoption={adoption}
      holders={holders}
      duties={yearlyDuties(reviews, declaredSince(adoption), on)}
      on={on}
      mayRecord={mayFor(viewer, "adoption.record", agency.id)}
    />
  );
});
