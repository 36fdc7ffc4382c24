import type { PlainDate } from "@/lib/kernel/plain-date";

type Post = "head" | "deputy_head" | "management_representative" | "iso_officer";

export type Holder = {
  personId: string;
  name: string;
  post: Post;
  title: string;
  concurrent: boolean;
  since: PlainDate;
};
