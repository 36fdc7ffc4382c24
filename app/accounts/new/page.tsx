import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { createAccount } from "@/app/accounts/actions";
import { officePage } from "@/app/office";
import { NewAccount } from "@/components/accounts/new-account";
import { listAgencyChoices, listUnaccounted } from "@/lib/accounts/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("newTitle") };
}

export default officePage("accounts.manage", async (viewer) => {
  const [people, agencies, kept] = await Promise.all([
    listUnaccounted(viewer),
    listAgencyChoices(viewer, await today()),
    findKeptInput(viewer, "accounts.manage", "/accounts/new"),
  ]);
  return (
    <NewAccount people={people} agencies={agencies} action={createAccount} initial={kept ?? untouched} />
  );
});
