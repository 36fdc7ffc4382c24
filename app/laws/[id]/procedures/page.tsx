import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { lawAt, lawTitle } from "@/app/titles";
import { ReadListPage } from "@/components/catalogue/decision-form-pages";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = lawTitle("laws.register", async () =>
  (await getTranslations("catalogue"))("read"),
);

export default formPage("laws.register", async (viewer, { params, initial }) => {
  const law = await lawAt(viewer, params["id"] ?? "", await today());
  return law && <ReadListPage {...{ law, initial }} action={save} />;
});
