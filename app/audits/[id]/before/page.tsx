import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { visitAt, ownVisitTitle } from "@/app/titles";
import { BeforePage } from "@/components/audits/before-page";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = ownVisitTitle("audits.record", async () =>
  (await getTranslations("audits"))("recheckTask"),
);

export default officePage("audits.record", async (viewer, { params, path }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  if (!visit?.mine) return null;
  if (visit.state === "final") redirect(`/audits/${visit.id}`);
  const initial = (await findKeptInput(viewer, "audits.record", path)) ?? untouched;
  return <BeforePage visit={visit} today={await today()} action={save} initial={initial} />;
});
