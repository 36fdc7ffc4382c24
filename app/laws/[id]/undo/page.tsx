import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { lawAt, lawTitle } from "@/app/titles";
import { UndoPage } from "@/components/legal/law-form-pages";
import { leadOn } from "@/lib/gate/page";
import { listUpdates } from "@/lib/updates/queries";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = lawTitle("laws.register", async () =>
  (await getTranslations("legal"))("undo"),
);

export default formPage("laws.register", async (viewer, { params, query, initial }) => {
  const on = await today();
  const law = await lawAt(viewer, params["id"] ?? "", on);
  if (!law) return null;
  const change = law.changes.find(({ id, undone }) => id === query["change"] && undone === null);
  if (!change?.released) return leadOn(`/laws/${law.id}`);
  const updates = await listUpdates(viewer, { changeId: change.id }, on);
  const done = updates.filter(({ state }) => state === "applied" || state === "unaffected").length;
  return <UndoPage {...{ law, change, done, initial }} documents={updates.length} action={save} />;
});
