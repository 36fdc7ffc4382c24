import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { ReviewsPage } from "@/components/reviews/reviews-page";
import { findAdoption } from "@/lib/adoption/progress/queries";
import { declaredSince } from "@/lib/adoption/rules";
import { listReviews } from "@/lib/self-reviews/queries";
import { yearlyDuties } from "@/lib/self-reviews/rules";
import { listCorrections } from "@/lib/corrections/queries";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

export const generateMetadata = agencyTitle("reviews.read", async () =>
  (await getTranslations("reviews"))("title"),
);

export default officePage("reviews.read", async (viewer, { params }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "reviews.read", params["code"] ?? "", day);
  if (!agency) return null;
  const [reviews, adoption, corrections] = await Promise.all([
    listReviews(viewer, agency.id, day),
    findAdoption(viewer, agency.id, day),
    listCorrections(viewer, agency.id, ["review"]),
  ]);
  return (
    <ReviewsPage
      agency={agency}
      reviews={reviews}
      duties={yearlyDuties(reviews, declaredSince(adoption), day)}
      today={day}
      mayRecord={mayFor(viewer, "reviews.record", agency.id)}
      corrections={corrections}
      mayReadHistory={mayFor(viewer, "history.read", agency.id)}
    />
  );
});
