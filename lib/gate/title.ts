import { getTranslations } from "next-intl/server";

import { dayOf } from "@/lib/gate/query";
import { queryOf, isPrintable } from "@/lib/gate/rules";
import { may, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { currentViewer } from "@/lib/identity/viewer";
import { today } from "@/lib/platform/clock";

type Params = Record<string, string>;

type Title = { title: string };
type Shown = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The title of a page that is asked for a day: what was typed and is no such day is said first. */
export const titledOfDay =
  <Props>(titleOf: (props: Props) => Promise<Title>) =>
  async (props: Props & Shown): Promise<Title> => {
    const { fault } = dayOf(queryOf(await props.searchParams), await today());
    const prefix = fault ? (await getTranslations("common"))("errorPrefix") : "";
    return { title: `${prefix}${(await titleOf(props)).title}` };
  };

/**
 * The title of a page about one record: the record first, as a row of tabs shows no more. Who may not see the record is told
 * no more than the page tells: that there is none.
 */
export const titled =
  (
    action: Action,
    page: (params: Params) => Promise<string>,
    subject: (viewer: Viewer, params: Params) => Promise<string | null>,
  ) =>
  async ({ params }: { params: Promise<Params> }): Promise<Title> => {
    const [viewer, given] = await Promise.all([currentViewer(), params]);
    const allowed =
      viewer !== null && !viewer.mustChangePassword && may(viewer, action) && isPrintable(given);
    const name = allowed ? await subject(viewer, given) : null;
    if (name === null) return { title: (await getTranslations("common"))("notFoundTitle") };
    return { title: `${name} – ${await page(given)}` };
  };
