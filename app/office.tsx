import { cookies } from "next/headers";

import { OfficeFrame } from "@/components/shell/office-frame";
import type { PlaceCounts } from "@/components/shell/places";
import { countOverdue } from "@/lib/adoption/queries";
import { countDueVisits } from "@/lib/audits/queries";
import { pageIn, type FrameProps } from "@/lib/gate/page";
import { csrfCookie } from "@/lib/identity/cookies";
import type { Viewer } from "@/lib/identity/types";
import { today, world } from "@/lib/platform/clock";
import { countTasks } from "@/lib/reminders/queries";

/** What waits where this viewer works: one figure for each role. */
async function countsFor(viewer: Viewer): Promise<PlaceCounts> {
  const day = await today();
  switch (viewer.role) {
    case "leader":
      return { overdue: await countOverdue(viewer, day) };
    case "inspector":
      return { today: await countDueVisits(viewer, day) };
    case "officer":
    case "head":
      return { desk: await countTasks(viewer, day) };
    case "admin":
    case "system":
      return {};
  }
}

async function Frame(props: FrameProps) {
  const csrfToken = (await cookies()).get(csrfCookie())?.value.split("|")[0] ?? "";
  const { illustrative } = await world();
  const counts = await countsFor(props.viewer);
  return <OfficeFrame {...props} illustrative={illustrative} csrfToken={csrfToken} counts={counts} />;
}

/** The door of each page after signing in. */
export const officePage = pageIn(Frame);
