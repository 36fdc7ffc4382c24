import { keptDelivery } from "@/lib/fieldwork/deliveries/commands";
import { delivery } from "@/lib/gate/api";

/** What was refused for good, put away: the site keeps it as what it is. */
export const PUT = delivery("devices.self", () => keptDelivery);
