import { getTranslations } from "next-intl/server";

import { draftOfPolicy } from "@/app/drafts";
import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PolicySignPage } from "@/components/policies/forms";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";

import { save } from "./actions";

export const generateMetadata = agencyTitle("policies.sign", async () =>
  (await getTranslations("policies"))("signTitle"),
);

export default formPage("policies.sign", async (viewer, { params, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "policies.sign", params["code"] ?? "", day);
  if (!agency) return null;
  const draft = draftOfPolicy(await findPolicy(viewer, agency.id, day), agency.code);
  if (!draft) return leadOn(`/agencies/${agency.code}/policy`);
  return <PolicySignPage {...{ agency, draft, initial }} today={day} action={save} />;
});
