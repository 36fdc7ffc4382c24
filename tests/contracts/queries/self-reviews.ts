import { listReviews } from "@/lib/self-reviews/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const selfReviews: QueryProofs = {
  "self-reviews#listReviews": {
    action: "reviews.read",
    sees: async (viewer, where) =>
      (await listReviews(viewer, await fixtures.createReview(where), day)).length > 0,
  },
};
