import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { NotFoundPage } from "@/components/shell/not-found-page";
import { OfficeFrame } from "@/components/shell/office-frame";
import { OutOfOffice } from "@/components/shell/out-of-office";
import type { PlaceCounts } from "@/components/shell/places";
import { countOverdue } from "@/lib/adoption/queries";
import { findLeadAgency } from "@/lib/agencies/lead/queries";
import { findAgency } from "@/lib/agencies/queries";
import { countDueVisits } from "@/lib/visits/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { pageIn, type FrameProps, type PageRequest } from "@/lib/gate/page";
import type { FormState } from "@/lib/gate/types";
import { csrfCookie } from "@/lib/identity/cookies";
import { lacksOffice, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { today, world } from "@/lib/platform/clock";
import { countTasks } from "@/lib/reminders/queries";

/** What waits where this viewer works: one figure for each role. */
async function countsFor(viewer: Viewer, day: PlainDate): Promise<PlaceCounts> {
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

/** Whose printed pages are: their own agency's, or the lead agency's. */
async function issuerFor(viewer: Viewer, day: PlainDate): Promise<string | null> {
  const issuer = viewer.agencyCode
    ? await findAgency(viewer, "agencies.read", viewer.agencyCode, day)
    : await findLeadAgency(viewer, day);
  return issuer?.name ?? null;
}

async function Frame(props: FrameProps) {
  const csrfToken = (await cookies()).get(csrfCookie())?.value.split("|")[0] ?? "";
  const { illustrative } = await world();
  const day = await today();
  const counts = await countsFor(props.viewer, day);
  const printed = { by: await issuerFor(props.viewer, day), on: day };
  return <OfficeFrame {...props} {...{ illustrative, csrfToken, counts, printed }} />;
}

const doorOf = pageIn(Frame, NotFoundPage);

/** The door of each page after signing in. What belongs to an office shows whose it is today to those who do not hold it. */
export const officePage: typeof doorOf = (action, render) =>
  doorOf(action, (viewer, request) =>
    lacksOffice(viewer, action)
      ? Promise.resolve(<OutOfOffice office={viewer.office} />)
      : render(viewer, request),
  );

type FormRequest = PageRequest & { initial: FormState };

/** The door of a page whose form has the page's own right: it brings along what the form begins with. */
export const formPage = (
  action: Action,
  render: (viewer: Viewer, request: FormRequest) => Promise<ReactNode>,
) =>
  officePage(action, async (viewer, request) =>
    render(viewer, { ...request, initial: await findKeptInput(viewer, action, request.path) }),
  );
