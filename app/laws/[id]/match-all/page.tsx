import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { draftRowsOf, lawAt, lawTitle } from "@/app/titles";
import { MatchAllPage } from "@/components/catalogue/decision-form-pages";
import { listNamed } from "@/lib/catalogue/rows/queries";
import { clearlyNamed, finder } from "@/lib/catalogue/rows/rules";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = lawTitle("laws.register", async () =>
  (await getTranslations("catalogue"))("matchAllTitle"),
);

export default formPage("laws.register", async (viewer, { params, initial }) => {
  const law = await lawAt(viewer, params["id"] ?? "", await today());
  if (!law) return null;
  const named = await listNamed(viewer);
  const clear = clearlyNamed(await draftRowsOf(viewer, law), finder(named)).flatMap(
    ({ row, procedureId }) => {
      const procedure = named.find(({ id }) => id === procedureId);
      return procedure ? { row, procedure } : [];
    },
  );
  if (clear.length === 0) return leadOn(`/laws/${law.id}`);
  return <MatchAllPage {...{ law, clear, initial }} action={save} />;
});
