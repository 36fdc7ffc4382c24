import { recheckFinding } from "@/lib/visits/rechecks/commands";
import { recheckMessage } from "@/lib/visits/rechecks/schema";
import { delivery } from "@/lib/gate/api";

/** What a device has seen of one earlier finding. */
export const PUT = delivery("audits.record", recheckMessage, recheckFinding);
