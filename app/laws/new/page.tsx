import { getTranslations } from "next-intl/server";
import { titledPage } from "@/lib/gate/title";

import { formPage } from "@/app/office";
import { NewLawPage } from "@/components/legal/law-form-pages";

import { save } from "./actions";

export const generateMetadata = titledPage("laws.register", async () =>
  (await getTranslations("legal"))("registerTitle"),
);

export default formPage("laws.register", (_, { initial }) =>
  Promise.resolve(<NewLawPage action={save} initial={initial} />),
);
