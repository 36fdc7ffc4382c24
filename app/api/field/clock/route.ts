import { api, json } from "@/lib/gate/api";

/** Asked for the site's time alone, which every answer says: a device whose clock may have been set learns how it stands. */
export const GET = api("audits.record", () => Promise.resolve(json(200, {})));
