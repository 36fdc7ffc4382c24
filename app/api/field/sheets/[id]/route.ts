import { saveSection } from "@/lib/visits/recording/commands";
import { sheetMessage } from "@/lib/visits/schema";
import { delivery } from "@/lib/gate/api";

/** A clause group as a device has it. */
export const PUT = delivery("audits.record", sheetMessage, saveSection);
