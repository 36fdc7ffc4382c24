import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { AmendPage } from "@/components/audits/amend-page";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";

import { amend } from "./actions";

export const generateMetadata = ownVisitTitle("audits.finalise", async () =>
  (await getTranslations("audits"))("amendTitle"),
);

export default officePage("audits.finalise", async (viewer, { params, path }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  const newest = visit?.mine ? (await listMinutes(viewer, visit.id)).at(-1) : undefined;
  if (!visit || !newest) return null;
  const initial = (await findKeptInput(viewer, "audits.finalise", path)) ?? untouched;
  return <AmendPage visit={visit} version={newest.version} action={amend} initial={initial} />;
});
