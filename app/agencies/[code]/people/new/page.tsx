import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { BeginPage } from "@/components/appointments/begin-page";
import { listAppointments, listCandidates } from "@/lib/appointments/queries";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("appointments.record", async () =>
  (await getTranslations("appointments"))("beginTitle"),
);

export default formPage("appointments.record", async (viewer, { params, query, initial }) => {
  const on = await today();
  const agency = await agencyAt(viewer, "appointments.record", params["code"] ?? "", on);
  if (!agency) return null;
  const candidates = await listCandidates(viewer, agency.id, on);
  const known = await listAppointments(viewer, agency.id);
  const like = known.find(({ id, cancelled }) => id === query["like"] && cancelled) ?? null;
  return <BeginPage {...{ agency, candidates, like, initial }} action={save} />;
});
