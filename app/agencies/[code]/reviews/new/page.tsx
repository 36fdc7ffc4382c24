import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { NewReviewPage } from "@/components/reviews/new-review-page";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("reviews.record", async () =>
  (await getTranslations("reviews"))("newTitle"),
);

export default officePage("reviews.record", async (viewer, { params, query, path }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "reviews.record", params["code"] ?? "", day);
  if (!agency) return null;
  const initial = (await findKeptInput(viewer, "reviews.record", path)) ?? untouched;
  return <NewReviewPage agency={agency} asked={query["kind"]} today={day} action={save} initial={initial} />;
});
