import { attachPhoto } from "@/lib/visits/photos/commands";
import { photoMessage } from "@/lib/visits/photos/schema";
import { delivery } from "@/lib/gate/api";

/** A photograph whose pieces have been sent, attached to its answer. */
export const PUT = delivery("audits.record", photoMessage, attachPhoto);
