import { deliveryAt } from "@/lib/fieldwork/deliveries/commands";
import { delivery } from "@/lib/gate/api";

/** An item of a visit as a device has it. */
export const PUT = delivery("audits.record", ({ to }) => deliveryAt(to));
