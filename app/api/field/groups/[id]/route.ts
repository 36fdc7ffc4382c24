import { takeGroup } from "@/lib/visits/groups/commands";
import { groupMessage } from "@/lib/visits/groups/schema";
import { delivery } from "@/lib/gate/api";

/** Who records a clause group of a visit: whoever sends this, or no longer. */
export const PUT = delivery("audits.record", groupMessage, takeGroup);
