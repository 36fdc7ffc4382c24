import { getLocale } from "next-intl/server";

import { findFieldPack } from "@/lib/audits/field/queries";
import { api, json, missing } from "@/lib/gate/api";

/** What a device takes along: the visits of the coming two weeks. */
export const GET = api("audits.record", async (viewer) => {
  const pack = await findFieldPack(viewer, await getLocale());
  return pack ? json(200, pack) : missing();
});
