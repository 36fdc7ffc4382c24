import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PolicyEditPage } from "@/components/policies/forms";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";

import { save } from "./actions";

export const generateMetadata = agencyTitle("policies.draft", async () =>
  (await getTranslations("policies"))("editTitle"),
);

export default formPage("policies.draft", async (viewer, { params, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "policies.draft", params["code"] ?? "", day);
  if (!agency) return null;
  const record = await findPolicy(viewer, agency.id, day);
  const draft = record.draft ?? { body: record.current?.body ?? "", version: 0 };
  return <PolicyEditPage {...{ agency, draft, initial }} submission={record.submission} action={save} />;
});
