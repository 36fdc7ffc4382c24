"use server";

import { recordReview } from "@/lib/self-reviews/commands";
import { form } from "@/lib/gate/form";

export const save = form(recordReview, ({ agencyCode }) => `/agencies/${agencyCode}/reviews`);
