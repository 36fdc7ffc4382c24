import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ComponentType, ReactNode } from "react";

import { askedOf, couldName } from "@/lib/gate/rules";
import { may, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { currentViewer } from "@/lib/identity/viewer";
import { findReceipt } from "@/lib/journal/queries";
import type { HistoryEntry } from "@/lib/journal/types";
import { log } from "@/lib/platform/log";

export type PageRequest = { params: Record<string, string>; query: Record<string, string>; path: string };

type Props = {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export type FrameProps = { viewer: Viewer; path: string; receipt: HistoryEntry | null; children: ReactNode };

/** The path being asked for, set by proxy.ts; used to come back to after signing in, never to decide a right. */
const currentPath = async (): Promise<string> => (await headers()).get("x-nenep-path") ?? "/";

/**
 * A door for pages within a frame: viewer, right, then what the page loads and shows. `render` may return null for what is
 * not there or not theirs: both look the same.
 */
export const pageIn =
  (Frame: ComponentType<FrameProps>) =>
  (action: Action, render: (viewer: Viewer, request: PageRequest) => Promise<ReactNode>) =>
    async function Page(props: Props): Promise<ReactNode> {
      const [viewer, path] = await Promise.all([currentViewer(), currentPath()]);
      if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
      if (viewer.mustChangePassword && action !== "account.self") redirect("/me/password");
      if (!may(viewer, action)) {
        log.warn({ event: "right refused", action, account: viewer.accountId });
        notFound();
      }
      const query = askedOf(await props.searchParams);
      const params = await props.params;
      const content = couldName(params) ? await render(viewer, { params, query, path }) : null;
      if (content === null) notFound();
      const receipt = query["receipt"] ? await findReceipt(viewer, query["receipt"]) : null;
      return (
        <Frame viewer={viewer} path={path} receipt={receipt}>
          {content}
        </Frame>
      );
    };
