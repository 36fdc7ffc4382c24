import { listReviews } from "@/lib/self-reviews/queries";

import * as ground from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import type { QueryProofs } from "./types";

const day = ground.today;

export const selfReviews: QueryProofs = {
  "self-reviews#listReviews": {
    action: "reviews.read",
    sees: async (viewer, where) =>
      (await listReviews(viewer, await plants.plantReview(where), day)).length > 0,
  },
};
