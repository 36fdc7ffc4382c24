import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { draftRowsOf, lawAt, lawTitle } from "@/app/titles";
import { MatchPage } from "@/components/catalogue/decision-form-pages";
import { candidates } from "@/lib/catalogue/matching/rules";
import { listNamed } from "@/lib/catalogue/rows/queries";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = lawTitle("laws.register", async () =>
  (await getTranslations("catalogue"))("matchTitle"),
);

export default formPage("laws.register", async (viewer, { params, query, initial }) => {
  const law = await lawAt(viewer, params["id"] ?? "", await today());
  if (!law) return null;
  const row = (await draftRowsOf(viewer, law)).find(({ id }) => id === query["row"]);
  if (!row) return leadOn(`/laws/${law.id}`);
  return (
    <MatchPage
      {...{ law, row, initial }}
      candidates={candidates(row.name, await listNamed(viewer))}
      action={save}
    />
  );
});
