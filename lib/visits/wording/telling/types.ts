import type { Checklist } from "@/lib/checklists/types";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { Frame, WordedVisit, WordPhoto } from "@/lib/visits/wording/types";

/** What the text of minutes is made from. */
export type Said = {
  visit: WordedVisit;
  sheet: MinutesSheet;
  frame: Frame | undefined;
  /** What each photograph shows, by its hash. */
  captions: Readonly<Record<string, string>>;
  /** Before anybody has said what the agency thinks of it: there is room where that will stand. */
  isOpen: boolean;
};

/** The same with all that its parts speak of. */
export type Telling = Omit<Said, "frame"> & {
  frame: Frame;
  checklist: Checklist;
  photos: readonly WordPhoto[];
};
