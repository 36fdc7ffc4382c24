import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ComponentType, ReactNode } from "react";

import { strandedHere, wasRefused } from "@/lib/gate/faulty";
import { isPrintable, ledOn, queryOf } from "@/lib/gate/rules";
import { pageAbove } from "@/lib/gate/stranded";
import type { Stranded } from "@/lib/gate/types";
import { may, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { currentViewer } from "@/lib/identity/viewer";
import { findReceipt } from "@/lib/journal/queries";
import type { HistoryLine } from "@/lib/journal/types";
import { answerNotFound } from "@/lib/platform/answers";
import { today } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

export type PageRequest = { params: Record<string, string>; query: Record<string, string>; path: string };

type Props = {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export type FrameProps = {
  viewer: Viewer;
  path: string;
  receipt: HistoryLine | null;
  /** A form of this page that was refused, to be shown where the page draws the form no more; `above`: where it draws nothing at all. */
  stranded: (Stranded & { above: string | null }) | null;
  /** Was somebody led here, because there was nothing left to do on the page that they opened? */
  led: boolean;
  children: ReactNode;
};

/** The path being asked for, set by proxy.ts; used to come back to after signing in, never to decide a right. */
const currentPath = async (): Promise<string> => (await headers()).get("x-nenep-path") ?? "/";

/**
 * Leads on to where a record stands by now, from the page of an act that is no longer due, and says so there. Where a form of the page was
 * just refused the page is drawn as it was: what was typed stays, beside what is so now.
 */
export async function leadOn(address: string): Promise<null> {
  if (!(await wasRefused())) redirect(`${address}${address.includes("?") ? "&" : "?"}${ledOn}=1`);
  return null;
}

/** The page of what is not there or not theirs, drawn by the server like any other: read without scripts too. */
function nowhere(NotFound: ComponentType): ReactNode {
  answerNotFound();
  return <NotFound />;
}

/** Whose right has gone while their form stood open reads what they typed, and why; to everybody else such a page is not there. */
async function noRight(
  Frame: ComponentType<FrameProps>,
  NotFound: ComponentType,
  who: Pick<FrameProps, "viewer" | "path">,
): Promise<ReactNode> {
  const stranded = await strandedHere();
  if (!stranded) return nowhere(NotFound);
  return (
    <Frame {...who} receipt={null} led={false} stranded={{ ...stranded, above: "/" }}>
      {null}
    </Frame>
  );
}

/**
 * A door for pages within a frame: viewer, right, then what the page loads and shows. `render` may return null for what is
 * not there or not theirs: both look the same, but for somebody whose form was just refused. They read what they typed, and why.
 */
export const pageIn =
  (Frame: ComponentType<FrameProps>, NotFound: ComponentType) =>
  (action: Action, render: (viewer: Viewer, request: PageRequest) => Promise<ReactNode>) =>
    async function Page(props: Props): Promise<ReactNode> {
      const [viewer, path] = await Promise.all([currentViewer(), currentPath()]);
      if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
      if (viewer.mustChangePassword && action !== "account.self") redirect("/me/password");
      if (!may(viewer, action)) {
        log.warn({ event: "right refused", action, account: viewer.accountId });
        return noRight(Frame, NotFound, { viewer, path });
      }
      const query = queryOf(await props.searchParams);
      const params = await props.params;
      const content = isPrintable(params) ? await render(viewer, { params, query, path }) : null;
      const stranded = await strandedHere();
      if (content === null && !stranded) return nowhere(NotFound);
      const receipt = query["receipt"] ? await findReceipt(viewer, query["receipt"], await today()) : null;
      return (
        <Frame
          viewer={viewer}
          path={path}
          receipt={receipt}
          led={query[ledOn] !== undefined}
          stranded={stranded && { ...stranded, above: content === null ? pageAbove(path) : null }}
        >
          {content}
        </Frame>
      );
    };
