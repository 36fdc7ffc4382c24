import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PolicyEditPage } from "@/components/policies/forms";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";

import { save } from "./actions";

export const generateMetadata = agencyTitle("policies.draft", async () =>
  (await getTranslations("policies"))("editTitle"),
);

export default officePage("policies.draft", async (viewer, { params, path }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "policies.draft", params["code"] ?? "", day);
  if (!agency) return null;
  const record = await findPolicy(viewer, agency.id, day);
  const initial = (await findKeptInput(viewer, "policies.draft", path)) ?? untouched;
  const draft = record.draft ?? { body: record.current?.body ?? "", version: 0 };
  return <PolicyEditPage {...{ agency, draft, initial }} submission={record.submission} action={save} />;
});
