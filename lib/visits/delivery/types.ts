import type { Displaced } from "@/lib/visits/sealed/displaced/types";
import type { Receipt } from "@/lib/journal/types";

/** How items of a device are written down. Another number comes from an app older or newer than the site. */
export const currentFormat = 1;

/** What a device says of an item it sends: an id minted there, and when it was made by the device's clock. */
export type Mark = {
  id: string;
  recordedAt: Date;
  /** Whole seconds by which the device's clock was fast when it sent this; null where that is not known. */
  clockFast?: number | null;
};

/** An item of a visit as it arrives. `subject` names what it is about ("sheet:D", "photo:D.1", "minutes"). */
export type Item = Mark & { visitId: string; subject: string; sha256: string };

/** Proof for the device, with the version that stands now; of what is kept beside the record, that of its minutes, 0 where none do. */
export type Delivered = Receipt & {
  version: number;
  /** Of signed minutes, what they say otherwise than a colleague had sent. */
  displaced?: readonly Displaced[];
};
