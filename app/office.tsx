import { cookies } from "next/headers";

import { OfficeFrame } from "@/components/shell/office-frame";
import { pageIn, type FrameProps } from "@/lib/gate/page";
import { csrfCookie } from "@/lib/identity/cookies";
import { world } from "@/lib/platform/clock";

async function Frame(props: FrameProps) {
  const csrfToken = (await cookies()).get(csrfCookie())?.value.split("|")[0] ?? "";
  const { illustrative } = await world();
  return <OfficeFrame {...props} illustrative={illustrative} csrfToken={csrfToken} />;
}

/** The door of each page after signing in. */
export const officePage = pageIn(Frame);
