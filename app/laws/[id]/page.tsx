import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { lawAt, lawTitle } from "@/app/titles";
import { LawPage } from "@/components/legal/law-page";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { listNamed, listRows } from "@/lib/catalogue/rows/queries";
import { clearlyNamed, finder } from "@/lib/catalogue/rows/rules";
import type { ProcedureRow } from "@/lib/catalogue/rows/types";
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
  const named = law.changes.some(({ rows }) => rows.some(({ matched }) => !matched))
    ? await listNamed(viewer)
    : [];
  const rows = new Map<string, { rows: ProcedureRow[]; clear: number }>();
  for (const change of law.changes)
    if (change.rows.length > 0) {
      const ofChange = await listRows(viewer, change.id);
      rows.set(change.id, { rows: ofChange, clear: clearlyNamed(ofChange, finder(named)).length });
    }
  const updates = await listUpdates(viewer, { lawId: law.id }, on);
  return (
    <LawPage
      {...{ law, rows }}
      today={on}
      {...await findUpperSteps(viewer, law, on)}
      updates={withAgencies(updates, updates.length > 0 ? await listStaffing(viewer, on) : [], on)}
      may={{ register: may(viewer, "laws.register"), history: may(viewer, "laws.register") }}
    />
  );
});
