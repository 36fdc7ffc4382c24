import { takeBackPhoto } from "@/lib/visits/photos/removals/commands";
import { removalMessage } from "@/lib/visits/photos/removals/schema";
import { delivery } from "@/lib/gate/api";

/** A photograph that was sent before is taken back. */
export const PUT = delivery("audits.record", removalMessage, takeBackPhoto);
