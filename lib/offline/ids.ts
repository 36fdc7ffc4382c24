import { uuidv7 } from "@/lib/kernel/ids";

/** An id for something that is made on this device. */
export const mintId = (): string => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
