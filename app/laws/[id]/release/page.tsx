import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { lawAt, lawTitle } from "@/app/titles";
import { ReleasePage } from "@/components/legal/law-form-pages";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { listRows } from "@/lib/catalogue/rows/queries";
import { leadOn } from "@/lib/gate/page";
import { isReleasable } from "@/lib/legal/changes/rules";
import { listTouched } from "@/lib/updates/queries";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = lawTitle("laws.register", async () =>
  (await getTranslations("legal"))("release"),
);

export default formPage("laws.register", async (viewer, { params, initial }) => {
  const on = await today();
  const law = await lawAt(viewer, params["id"] ?? "", on);
  if (!law) return null;
  const change = law.changes.find(({ released }) => released === null);
  if (!change || !isReleasable(change)) return leadOn(`/laws/${law.id}`);
  const names = new Map((await listStaffing(viewer, on)).map(({ id, name }) => [id, name]));
  const touched = (await listTouched(viewer, change.id, on)).map((each) => ({
    ...each,
    agencyName: names.get(each.agencyId) ?? "–",
  }));
  const rows = change.rows.length > 0 ? await listRows(viewer, change.id) : [];
  return <ReleasePage {...{ law, change, rows, touched, initial }} action={save} />;
});
