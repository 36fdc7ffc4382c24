import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { NewReviewPage } from "@/components/reviews/new-review-page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("reviews.record", async () =>
  (await getTranslations("reviews"))("newTitle"),
);

export default formPage("reviews.record", async (viewer, { params, query, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "reviews.record", params["code"] ?? "", day);
  if (!agency) return null;
  return <NewReviewPage agency={agency} asked={query["kind"]} today={day} action={save} initial={initial} />;
});
