import { captionPhoto } from "@/lib/audits/photos/captions/commands";
import { captionMessage } from "@/lib/audits/photos/captions/schema";
import { delivery } from "@/lib/gate/api";

/** What a photograph shows, said after the photograph itself was sent. */
export const PUT = delivery("audits.record", captionMessage, captionPhoto);
