import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { EndPage } from "@/components/appointments/end-page";
import { findAppointment } from "@/lib/appointments/queries";
import { listSignedInTerm } from "@/lib/appointments/signatures/queries";
import { leadOn } from "@/lib/gate/page";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("appointments.record", async () =>
  (await getTranslations("appointments"))("endTitle"),
);

export default formPage("appointments.record", async (viewer, { params, query, initial }) => {
  const agency = await agencyAt(viewer, "appointments.record", params["code"] ?? "", await today());
  if (!agency) return null;
  const appointment = await findAppointment(viewer, agency.id, query["id"] ?? "");
  if (!appointment) return leadOn(`/agencies/${agency.code}/people`);
  const signed = await listSignedInTerm(viewer, agency.id, appointment.id);
  const mayRead = mayFor(viewer, "documents.read", agency.id);
  return <EndPage {...{ agency, appointment, signed, mayRead, initial }} action={save} />;
});
