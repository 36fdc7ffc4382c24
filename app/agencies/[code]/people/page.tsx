import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PeoplePage } from "@/components/appointments/people-page";
import { listAppointments, listSigningAccounts } from "@/lib/appointments/queries";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

export const generateMetadata = agencyTitle("appointments.read", async () =>
  (await getTranslations("appointments"))("title"),
);

export default officePage("appointments.read", async (viewer, { params }) => {
  const on = await today();
  const agency = await agencyAt(viewer, "appointments.read", params["code"] ?? "", on);
  if (!agency) return null;
  const appointments = await listAppointments(viewer, agency.id);
  const [staffing = null] = await listStaffing(viewer, on, agency.id);
  const people = [...new Set(appointments.map(({ personId }) => personId))];
  const accounts = await listSigningAccounts(viewer, agency.id, people);
  const mayRecord = mayFor(viewer, "appointments.record", agency.id);
  const mayRead = mayFor(viewer, "agencies.read", agency.id);
  return <PeoplePage today={on} {...{ agency, appointments, staffing, accounts, mayRecord, mayRead }} />;
});
