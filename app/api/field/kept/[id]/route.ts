import { putAway } from "@/lib/fieldwork/kept/commands";
import { keptMessage } from "@/lib/fieldwork/kept/schema";
import { delivery } from "@/lib/gate/api";

/** What was refused for good, put away: the site keeps it as what it is. */
export const PUT = delivery("devices.self", keptMessage, putAway);
