import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PolicyPage } from "@/components/policies/policy-page";
import { listAppointments } from "@/lib/appointments/queries";
import { vacancyOn } from "@/lib/appointments/rules";
import { listCorrections } from "@/lib/corrections/queries";
import { mayFor } from "@/lib/identity/matrix";
import { yearOf } from "@/lib/kernel/plain-date";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";

export const generateMetadata = agencyTitle("policies.read", async () =>
  (await getTranslations("policies"))("title"),
);

export default officePage("policies.read", async (viewer, { params }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "policies.read", params["code"] ?? "", day);
  if (!agency) return null;
  const record = await findPolicy(viewer, agency.id, day);
  const corrections = await listCorrections(viewer, agency.id, [
    "posting",
    "objective",
    "policy_submission",
    "policy_signature",
    "policy_draft",
  ]);
  const appointments = await listAppointments(viewer, agency.id);
  const vacancy = vacancyOn(appointments, day);
  return (
    <PolicyPage
      agency={agency}
      record={record}
      {...{ corrections, vacancy, appointments }}
      year={yearOf(day)}
      mayWrite={mayFor(viewer, "policies.draft", agency.id)}
      may={{
        submit: mayFor(viewer, "drafts.submit", agency.id),
        sign: mayFor(viewer, "policies.sign", agency.id),
        record: mayFor(viewer, "policies.record", agency.id),
      }}
    />
  );
});
