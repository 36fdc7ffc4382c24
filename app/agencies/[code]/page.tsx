import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { AgencyPage } from "@/components/agencies/agency-page";
import { findAdoption } from "@/lib/adoption/queries";
import { findAgency } from "@/lib/agencies/queries";
import { listHolders } from "@/lib/appointments/queries";
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
  const [adoption, holders] = await Promise.all([
    findAdoption(viewer, agency.id, on),
    listHolders(viewer, agency.id, on),
  ]);
  return (
    <AgencyPage
      agency={agency}
      adoption={adoption}
      holders={holders}
      on={on}
      mayRecord={mayFor(viewer, "adoption.record", agency.id)}
    />
  );
});
