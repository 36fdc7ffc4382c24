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

/** What somebody is, and where: "Chuyên viên" at "Chi cục Tiêu chuẩn Đo lường Chất lượng". */
export type Position = { title: string; organisation: string };
