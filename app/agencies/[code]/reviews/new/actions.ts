"use server";

import { recordReview } from "@/lib/audits/reviews/commands";
import { reviewForm } from "@/lib/audits/reviews/schema";
import { form } from "@/lib/gate/form";

export const save = form(
  "reviews.record",
  reviewForm,
  recordReview,
  ({ agencyCode }) => `/agencies/${agencyCode}/reviews`,
);
