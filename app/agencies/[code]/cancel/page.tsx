import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { CancelPage } from "@/components/corrections/cancel-page";
import { findCancellable } from "@/lib/corrections/queries";
import { entryKinds } from "@/lib/corrections/types";
import { oneOf } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("entries.cancel", async () =>
  (await getTranslations("corrections"))("title"),
);

export default formPage("entries.cancel", async (viewer, { params, query, initial }) => {
  const agency = await agencyAt(viewer, "entries.cancel", params["code"] ?? "", await today());
  const of = oneOf(entryKinds, query["of"]);
  const found = agency && of && (await findCancellable(viewer, agency.id, of, query["id"] ?? ""));
  if (!found) return null;
  return <CancelPage {...{ agency, initial }} {...found} action={save} />;
});
