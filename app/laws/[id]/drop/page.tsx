import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { lawAt, lawTitle } from "@/app/titles";
import { DropPage } from "@/components/legal/law-form-pages";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = lawTitle("laws.register", async () =>
  (await getTranslations("legal"))("dropTitle"),
);

export default formPage("laws.register", async (viewer, { params, query, initial }) => {
  const on = await today();
  const law = await lawAt(viewer, params["id"] ?? "", on);
  if (!law) return null;
  const relation = law.changes
    .find(({ released }) => released === null)
    ?.relations.find(({ id }) => id === query["relation"]);
  if (!relation) return leadOn(`/laws/${law.id}`);
  return <DropPage {...{ law, relation, initial }} action={save} />;
});
