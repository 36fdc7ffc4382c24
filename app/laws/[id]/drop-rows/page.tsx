import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { draftRowsOf, lawAt, lawTitle } from "@/app/titles";
import { DropRowsPage } from "@/components/catalogue/decision-form-pages";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = lawTitle("laws.register", async () =>
  (await getTranslations("catalogue"))("dropTitle"),
);

export default formPage("laws.register", async (viewer, { params, query, initial }) => {
  const law = await lawAt(viewer, params["id"] ?? "", await today());
  if (!law) return null;
  const rowId = query["row"] ?? "";
  const rows = (await draftRowsOf(viewer, law)).filter(({ id }) => rowId === "" || id === rowId);
  if (rows.length === 0) return leadOn(`/laws/${law.id}`);
  return <DropRowsPage {...{ law, rows, rowId, initial }} action={save} />;
});
