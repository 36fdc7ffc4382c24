import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PolicyPostPage } from "@/components/policies/forms";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";

import { save } from "./actions";

export const generateMetadata = agencyTitle("policies.post", async () =>
  (await getTranslations("policies"))("postTitle"),
);

export default officePage("policies.post", async (viewer, { params, path }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "policies.post", params["code"] ?? "", day);
  if (!agency) return null;
  const record = await findPolicy(viewer, agency.id, day);
  const initial = (await findKeptInput(viewer, "policies.post", path)) ?? untouched;
  return record.current && <PolicyPostPage agency={agency} today={day} action={save} initial={initial} />;
});
