import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { CarriesPage } from "@/components/procedures/carries-page";
import { listProcedures } from "@/lib/catalogue/queries";
import { listHandled } from "@/lib/coverage/queries";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";
import { textToBase } from "@/lib/procedures/bases/rules";
import { listCarried } from "@/lib/procedures/carried/queries";

import { save } from "./actions";

export const generateMetadata = documentTitle("documents.draft", async () =>
  (await getTranslations("catalogue"))("carried"),
);

export default formPage("documents.draft", async (viewer, { params, initial }) => {
  const on = await today();
  const document = await documentAt(viewer, params["id"] ?? "", on, await getLocale());
  if (!document) return null;
  const revision = textToBase(document.revisions);
  if (!revision || document.withdrawal) return leadOn(`/documents/${document.id}`);
  const carried = await listCarried(viewer, revision.id, on);
  const handled = new Set(await listHandled(viewer, document.agencyId, on));
  const choices = (await listProcedures(viewer, on)).filter(
    (each) => (handled.has(each.id) && !each.ended) || carried.some(({ id }) => id === each.id),
  );
  return <CarriesPage {...{ document, revision, carried, choices, initial }} action={save} />;
});
