import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { CancelPage } from "@/components/corrections/cancel-page";
import { findCancellable } from "@/lib/corrections/queries";
import { entryKinds, pageOf } from "@/lib/corrections/types";
import { leadOn } from "@/lib/gate/page";
import { oneOf } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("entries.cancel", async (_params, { of }) =>
  oneOf(entryKinds, of) === null ? null : (await getTranslations("corrections"))("title"),
);

export default formPage("entries.cancel", async (viewer, { params, query, initial }) => {
  const agency = await agencyAt(viewer, "entries.cancel", params["code"] ?? "", await today());
  const of = oneOf(entryKinds, query["of"]);
  if (!agency || !of) return null;
  const found = await findCancellable(viewer, agency.id, of, query["id"] ?? "");
  if (!found)
    return leadOn(
      of === "answer" || of === "claim" ? `/findings?agency=${agency.code}` : pageOf(of, agency.code, ""),
    );
  return <CancelPage {...{ agency, initial }} {...found} action={save} />;
});
