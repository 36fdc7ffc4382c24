import { getTranslations } from "next-intl/server";

import { wasRefused } from "@/lib/gate/faulty";
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

type Asked = { params?: Promise<Params> } & Shown;

/**
 * The title of a page behind a door. Who may not come there, and where the page finds nothing (null), is told no more than the page
 * tells: that there is none, or, to whoever has just sent a form from there, that it was not taken.
 */
export const titledPage =
  (action: Action, page: (viewer: Viewer, params: Params, query: Params) => Promise<string | null>) =>
  async ({ params, searchParams }: Asked): Promise<Title> => {
    const [viewer, given, query] = await Promise.all([currentViewer(), params ?? {}, searchParams]);
    const allowed =
      viewer !== null && !viewer.mustChangePassword && may(viewer, action) && isPrintable(given);
    const title = allowed ? await page(viewer, given, queryOf(query)) : null;
    if (title !== null) return { title };
    const words = await getTranslations("common");
    return { title: words((await wasRefused()) ? "stranded.title" : "notFoundTitle") };
  };

/** The title of a page about one record: the record first, as a row of tabs shows no more. */
export const titled = (
  action: Action,
  page: (params: Params, query: Params) => Promise<string | null>,
  subject: (viewer: Viewer, params: Params) => Promise<string | null>,
) =>
  titledPage(action, async (viewer, params, query) => {
    const name = await subject(viewer, params);
    const title = name === null ? null : await page(params, query);
    return title && `${name} – ${title}`;
  });
