import { finaliseVisit } from "@/lib/visits/commands";
import { minutesMessage } from "@/lib/visits/sealed/schema";
import { delivery } from "@/lib/gate/api";

/** Minutes that were read out, and signed or not, on a device. */
export const PUT = delivery("audits.finalise", minutesMessage, (viewer, { fingerprint, ...input }, mark) =>
  finaliseVisit(viewer, { ...input, seen: null }, { mark, fingerprint }),
);
