import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { BasesPage } from "@/components/procedures/bases-page";
import { leadOn } from "@/lib/gate/page";
import { listLaws } from "@/lib/legal/register/queries";
import { today } from "@/lib/platform/clock";
import { listTextBases } from "@/lib/procedures/bases/queries";
import { textToBase } from "@/lib/procedures/bases/rules";

import { listUpdates } from "@/lib/updates/queries";

import { save } from "./actions";

export const generateMetadata = documentTitle("documents.draft", async () =>
  (await getTranslations("legal"))("basesRecord"),
);

export default formPage("documents.draft", async (viewer, { params, initial }) => {
  const on = await today();
  const document = await documentAt(viewer, params["id"] ?? "", on, await getLocale());
  if (!document) return null;
  const revision = textToBase(document.revisions);
  if (!revision || document.withdrawal) return leadOn(`/documents/${document.id}`);
  const updates = await listUpdates(viewer, { documentId: document.id }, on);
  return (
    <BasesPage
      {...{ document, revision, initial }}
      bases={await listTextBases(viewer, revision.id, on)}
      laws={await listLaws(viewer, "", on)}
      asked={updates.filter(({ state }) => state === "open" || state === "waiting").map(({ law }) => law)}
      action={save}
    />
  );
});
