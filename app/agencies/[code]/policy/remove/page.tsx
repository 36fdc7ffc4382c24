import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PostingRemovalPage } from "@/components/policies/forms";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";

import { save } from "./actions";

export const generateMetadata = agencyTitle("policies.post", async () =>
  (await getTranslations("policies"))("removeTitle"),
);

export default formPage("policies.post", async (viewer, { params, query, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "policies.post", params["code"] ?? "", day);
  if (!agency) return null;
  const { current } = await findPolicy(viewer, agency.id, day);
  const posting = current?.postings.find(
    ({ id, removedOn }) => id === query["posting"] && removedOn === null,
  );
  if (!posting) return leadOn(`/agencies/${agency.code}/policy`);
  return <PostingRemovalPage agency={agency} posting={posting} today={day} action={save} initial={initial} />;
});
