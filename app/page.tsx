import { redirect } from "next/navigation";

import { firstPageOf } from "@/app/first-page";
import { currentViewer } from "@/lib/identity/viewer";

export default async function Home() {
  const viewer = await currentViewer();
  if (viewer?.mustChangePassword) redirect("/me/password");
  redirect(viewer ? firstPageOf(viewer) : "/sign-in");
}
