import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { UnaffectedPage } from "@/components/updates/unaffected-page";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";
import { listUpdates } from "@/lib/updates/queries";

import { save } from "./actions";

export const generateMetadata = documentTitle("updates.judge", async () =>
  (await getTranslations("legal"))("toUnaffected"),
);

export default formPage("updates.judge", async (viewer, { params, query, initial }) => {
  const on = await today();
  const document = await documentAt(viewer, params["id"] ?? "", on, await getLocale());
  if (!document) return null;
  const update = (await listUpdates(viewer, { documentId: document.id }, on)).find(
    ({ changeId, state }) => changeId === query["change"] && (state === "open" || state === "waiting"),
  );
  if (!update || document.withdrawal) return leadOn(`/documents/${document.id}`);
  return <UnaffectedPage {...{ update, initial }} action={save} />;
});
