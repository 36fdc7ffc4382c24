import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { lawAt, lawTitle } from "@/app/titles";
import { NotePage } from "@/components/legal/law-form-pages";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = lawTitle("laws.register", async () =>
  (await getTranslations("legal"))("note"),
);

export default formPage("laws.register", async (viewer, { params, initial }) => {
  const on = await today();
  const law = await lawAt(viewer, params["id"] ?? "", on);
  return law && <NotePage {...{ law, initial }} action={save} />;
});
