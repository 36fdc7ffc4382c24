import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { AgencyPage } from "@/components/agencies/agency-page";
import { findAdoption } from "@/lib/adoption/progress/queries";
import { declaredSince } from "@/lib/adoption/rules";
import { listAgencyFacts } from "@/lib/agencies/queries";
import { listAppointments, listHolders } from "@/lib/appointments/queries";
import { holdsOn, vacanciesOf } from "@/lib/appointments/rules";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { listVisits } from "@/lib/visits/queries";
import { listReviews } from "@/lib/self-reviews/queries";
import { yearlyDuties } from "@/lib/self-reviews/rules";
import { listCorrections } from "@/lib/corrections/queries";
import { summariseFindings } from "@/lib/findings/summary/queries";
import { dayOf } from "@/lib/gate/query";
import { titledOfDay } from "@/lib/gate/title";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";
import { listDocuments } from "@/lib/procedures/queries";

export const generateMetadata = titledOfDay(
  agencyTitle("agencies.read", async () => (await getTranslations("agencies"))("title")),
);

export default officePage("agencies.read", async (viewer, { params, query }) => {
  const day = await today();
  const asked = dayOf(query, day);
  const { on } = asked;
  const agency = await agencyAt(viewer, "agencies.read", params["code"] ?? "", on);
  if (!agency) return null;
  const locale = await getLocale();
  const every = { year: null, agencyCode: agency.code, team: false, asOf: on };
  const [adoption, holders, appointments, facts, documents, policy, reviews, visits, findings, corrections] =
    await Promise.all([
      findAdoption(viewer, agency.id, on),
      listHolders(viewer, agency.id, on),
      listAppointments(viewer, agency.id),
      listAgencyFacts(viewer, agency.id, on),
      listDocuments(viewer, agency.id, on, locale),
      findPolicy(viewer, agency.id, on),
      listReviews(viewer, agency.id, on),
      listVisits(viewer, every, locale),
      summariseFindings(viewer, agency.id, on),
      listCorrections(viewer, agency.id, ["milestone", "declaration", "publication"]),
    ]);
  const [staffing = null] = on === day ? await listStaffing(viewer, on, agency.id) : [];
  const declaredOn = declaredSince(adoption);
  const duties = yearlyDuties(reviews, declaredOn, on);
  const vacancy = vacanciesOf(appointments).find((each) => holdsOn(each, on)) ?? null;
  const records = { documents, policy, duties, visits, findings, declaredOn };
  const mayRecord = mayFor(viewer, "adoption.record", agency.id);
  const mayLapse = mayFor(viewer, "adoption.lapse", agency.id);
  return (
    <AgencyPage
      current={on === day}
      {...{
        agency,
        adoption,
        holders,
        vacancy,
        staffing,
        facts,
        records,
        asked,
        mayRecord,
        mayLapse,
        corrections,
      }}
    />
  );
});
