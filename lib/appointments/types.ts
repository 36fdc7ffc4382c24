import type { PlainDate } from "@/lib/kernel/plain-date";

export const posts = ["head", "deputy_head", "management_representative", "iso_officer"] as const;
export type Post = (typeof posts)[number];

export type Holder = {
  personId: string;
  name: string;
  post: Post;
  title: string;
  concurrent: boolean;
  since: PlainDate;
};
