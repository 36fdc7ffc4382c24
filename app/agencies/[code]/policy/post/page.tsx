import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PolicyPostPage } from "@/components/policies/forms";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";

import { save } from "./actions";

export const generateMetadata = agencyTitle("policies.post", async () =>
  (await getTranslations("policies"))("postTitle"),
);

export default formPage("policies.post", async (viewer, { params, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "policies.post", params["code"] ?? "", day);
  if (!agency) return null;
  const record = await findPolicy(viewer, agency.id, day);
  if (!record.current) return leadOn(`/agencies/${agency.code}/policy`);
  return <PolicyPostPage agency={agency} today={day} action={save} initial={initial} />;
});
