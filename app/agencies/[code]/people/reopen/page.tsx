import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { ReopenPage } from "@/components/appointments/end-page";
import { findAppointment } from "@/lib/appointments/queries";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("appointments.record", async () =>
  (await getTranslations("appointments"))("reopenTitle"),
);

export default formPage("appointments.record", async (viewer, { params, query, initial }) => {
  const agency = await agencyAt(viewer, "appointments.record", params["code"] ?? "", await today());
  if (!agency) return null;
  const appointment = await findAppointment(viewer, agency.id, query["id"] ?? "");
  if (!appointment?.endedBy) return leadOn(`/agencies/${agency.code}/people`);
  return <ReopenPage {...{ agency, appointment, initial }} action={save} />;
});
