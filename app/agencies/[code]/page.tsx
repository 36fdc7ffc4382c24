import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { AgencyPage } from "@/components/agencies/agency-page";
import { isInForce } from "@/lib/adoption/declarations/rules";
import { findAdoption } from "@/lib/adoption/progress/queries";
import { listRecordable } from "@/lib/adoption/queries";
import { declaredSince } from "@/lib/adoption/rules";
import { listAgencyFacts } from "@/lib/agencies/queries";
import { listAppointments, listHolders } from "@/lib/appointments/queries";
import { holdsOn, vacanciesOf } from "@/lib/appointments/rules";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { listVisits } from "@/lib/visits/queries";
import { listReviews } from "@/lib/self-reviews/queries";
import { yearlyDuties } from "@/lib/self-reviews/rules";
import { listCorrections } from "@/lib/corrections/queries";
import { findCoverage } from "@/lib/coverage/queries";
import { summariseFindings } from "@/lib/findings/summary/queries";
import { dayOf } from "@/lib/gate/query";
import { titledOfDay } from "@/lib/gate/title";
import { mayFor } from "@/lib/identity/matrix";
import { allOf } from "@/lib/kernel/collections";
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
  const parts = await allOf({
    adoption: findAdoption(viewer, agency.id, on),
    holders: listHolders(viewer, agency.id, on),
    appointments: listAppointments(viewer, agency.id),
    facts: listAgencyFacts(viewer, agency.id, on),
    documents: listDocuments(viewer, agency.id, on, locale),
    coverage: findCoverage(viewer, agency.id, on),
    policy: findPolicy(viewer, agency.id, on),
    reviews: listReviews(viewer, agency.id, on),
    visits: listVisits(viewer, every, locale),
    findings: summariseFindings(viewer, agency.id, on),
    recordable: listRecordable(viewer, agency.id),
    corrections: listCorrections(viewer, agency.id, ["milestone", "declaration", "publication"]),
  });
  const [staffing = null] = on === day ? await listStaffing(viewer, on, agency.id) : [];
  const declaredOn = declaredSince(parts.adoption);
  const duties = yearlyDuties(parts.reviews, declaredOn, on);
  return (
    <AgencyPage
      {...parts}
      {...{ agency, asked, staffing }}
      records={{
        ...parts,
        duties,
        declaredOn,
        declared: parts.adoption.declarations.find(isInForce) ?? null,
      }}
      vacancy={vacanciesOf(parts.appointments).find((each) => holdsOn(each, on)) ?? null}
      current={on === day}
      mayRecord={mayFor(viewer, "adoption.record", agency.id)}
      mayLapse={mayFor(viewer, "adoption.lapse", agency.id)}
    />
  );
});
