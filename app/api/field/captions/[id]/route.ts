import { captionPhoto } from "@/lib/visits/photos/captions/commands";
import { captionMessage } from "@/lib/visits/photos/captions/schema";
import { delivery } from "@/lib/gate/api";

/** What a photograph shows, said after the photograph itself was sent. */
export const PUT = delivery("audits.record", captionMessage, captionPhoto);
