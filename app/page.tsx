import { redirect } from "next/navigation";

import { currentViewer } from "@/lib/identity/viewer";
import type { Viewer } from "@/lib/identity/types";

const firstPage = {
  leader: "/dashboard",
  inspector: "/today",
  officer: "/desk",
  head: "/desk",
  admin: "/accounts",
  system: "/sign-in",
} satisfies Record<Viewer["role"], string>;

export default async function Home() {
  const viewer = await currentViewer();
  if (viewer?.mustChangePassword) redirect("/me/password");
  redirect(viewer ? firstPage[viewer.role] : "/sign-in");
}
