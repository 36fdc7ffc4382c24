import { uuidv7 } from "@/lib/kernel/ids";

/** An id for something that is made on this device. */
export const mintId = (): string => mintIds(1)[0] ?? "";

/** Ids for things that are made at once: they stand in that order ever after. */
export const mintIds = (count: number): string[] =>
  Array.from({ length: count }, () =>
    uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
  ).toSorted();
