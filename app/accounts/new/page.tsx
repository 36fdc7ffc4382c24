import { getTranslations } from "next-intl/server";

import { createAccount } from "@/app/accounts/actions";
import { formPage } from "@/app/office";
import { agencyAt } from "@/app/titles";
import { NewAccount } from "@/components/accounts/new-account";
import { findWithoutAccount, listAgencyChoices, listUnaccounted } from "@/lib/accounts/queries";
import { titledPage } from "@/lib/gate/title";
import { today } from "@/lib/platform/clock";

export const generateMetadata = titledPage("accounts.manage", async () =>
  (await getTranslations("accounts"))("newTitle"),
);

export default formPage("accounts.manage", async (viewer, { query, initial }) => {
  const on = await today();
  const [people, agencies, person, agency] = await Promise.all([
    listUnaccounted(viewer),
    listAgencyChoices(viewer, on),
    findWithoutAccount(viewer, query["person"] ?? ""),
    agencyAt(viewer, "appointments.record", query["agency"] ?? "", on),
  ]);
  const agencyId = person && agency && agency.id;
  return <NewAccount {...{ people, agencies, person, agencyId }} action={createAccount} initial={initial} />;
});
