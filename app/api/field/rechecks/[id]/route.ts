import { recheckFinding } from "@/lib/audits/rechecks/commands";
import { recheckMessage } from "@/lib/audits/rechecks/schema";
import { delivery } from "@/lib/gate/api";

/** What a device has seen of one earlier finding. */
export const PUT = delivery("audits.record", recheckMessage, recheckFinding);
