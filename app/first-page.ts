import type { Viewer } from "@/lib/identity/types";

const pages = {
  leader: "/dashboard",
  inspector: "/today",
  officer: "/desk",
  head: "/desk",
  admin: "/accounts",
  system: "/sign-in",
} satisfies Record<Viewer["role"], string>;

/** Where somebody's work is. */
export const firstPageOf = ({ role }: Viewer): string => pages[role];
