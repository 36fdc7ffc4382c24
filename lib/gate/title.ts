import type { Metadata } from "next";

import { couldName } from "@/lib/gate/rules";
import { may, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { currentViewer } from "@/lib/identity/viewer";

type Params = Record<string, string>;

/**
 * The title of a page about one record: the record first, as a row of tabs shows no more. Who may not see the record is told
 * its name no more than the page tells it.
 */
export const titled =
  (
    action: Action,
    page: (params: Params) => Promise<string>,
    subject: (viewer: Viewer, params: Params) => Promise<string | null>,
  ) =>
  async ({ params }: { params: Promise<Params> }): Promise<Metadata> => {
    const [viewer, given] = await Promise.all([currentViewer(), params]);
    const allowed = viewer !== null && !viewer.mustChangePassword && may(viewer, action) && couldName(given);
    const [title, name] = await Promise.all([page(given), allowed ? subject(viewer, given) : null]);
    return { title: name === null ? title : `${name} – ${title}` };
  };
