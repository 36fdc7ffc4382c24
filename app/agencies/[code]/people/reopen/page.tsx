import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { ReopenPage } from "@/components/appointments/end-page";
import { findAppointment } from "@/lib/appointments/queries";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("appointments.record", async () =>
  (await getTranslations("appointments"))("reopenTitle"),
);

export default formPage("appointments.record", async (viewer, { params, query, initial }) => {
  const agency = await agencyAt(viewer, "appointments.record", params["code"] ?? "", await today());
  const appointment = agency && (await findAppointment(viewer, agency.id, query["id"] ?? ""));
  if (!agency || !appointment?.endedBy) return null;
  return <ReopenPage {...{ agency, appointment, initial }} action={save} />;
});
