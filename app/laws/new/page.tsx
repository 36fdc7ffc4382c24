import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { NewLawPage } from "@/components/legal/law-form-pages";

import { save } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal"))("registerTitle") };
}

export default formPage("laws.register", (_, { initial }) =>
  Promise.resolve(<NewLawPage action={save} initial={initial} />),
);
