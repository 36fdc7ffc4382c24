import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { lawAt, lawTitle } from "@/app/titles";
import { LawPage } from "@/components/legal/law-page";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { may } from "@/lib/identity/matrix";
import { findUpperSteps } from "@/lib/legal/clocks/queries";
import { today } from "@/lib/platform/clock";
import { listUpdates } from "@/lib/updates/queries";
import { withAgencies } from "@/lib/updates/rules";

export const generateMetadata = lawTitle("laws.read", async () => (await getTranslations("legal"))("title"));

export default officePage("laws.read", async (viewer, { params }) => {
  const on = await today();
  const law = await lawAt(viewer, params["id"] ?? "", on);
  if (!law) return null;
  const updates = await listUpdates(viewer, { lawId: law.id }, on);
  return (
    <LawPage
      law={law}
      today={on}
      {...await findUpperSteps(viewer, law, on)}
      updates={withAgencies(updates, updates.length > 0 ? await listStaffing(viewer, on) : [], on)}
      may={{ register: may(viewer, "laws.register"), history: may(viewer, "laws.register") }}
    />
  );
});
