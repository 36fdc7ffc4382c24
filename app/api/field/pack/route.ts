import { getLocale } from "next-intl/server";

import { findFieldPack } from "@/lib/fieldwork/pack/queries";
import { api, json, missing } from "@/lib/gate/api";

/** What a device takes along: the visits of the coming two weeks, and those that it asks for. */
export const GET = api("audits.record", async (viewer, request) => {
  const asked = new URL(request.url).searchParams.getAll("visit");
  const pack = await findFieldPack(viewer, await getLocale(), asked);
  return pack ? json(200, pack) : missing();
});
