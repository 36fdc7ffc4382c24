import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { createAccount } from "@/app/accounts/actions";
import { officePage } from "@/app/office";
import { agencyAt } from "@/app/titles";
import { NewAccount } from "@/components/accounts/new-account";
import { findWithoutAccount, listAgencyChoices, listUnaccounted } from "@/lib/accounts/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("newTitle") };
}

export default officePage("accounts.manage", async (viewer, { query }) => {
  const on = await today();
  const [people, agencies, person, agency, kept] = await Promise.all([
    listUnaccounted(viewer),
    listAgencyChoices(viewer, on),
    findWithoutAccount(viewer, query["person"] ?? ""),
    agencyAt(viewer, "appointments.record", query["agency"] ?? "", on),
    findKeptInput(viewer, "accounts.manage", "/accounts/new"),
  ]);
  const agencyId = person && agency && agency.id;
  return (
    <NewAccount
      {...{ people, agencies, person, agencyId }}
      action={createAccount}
      initial={kept ?? untouched}
    />
  );
});
